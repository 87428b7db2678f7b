import { type ReactNode, useMemo } from 'react';
import { useAddress } from '../address/use-address.ts';
import type { ManufactoryBoardQuery, ManufactoryCardFragment, ManufactoryStatus } from '../graph/generated/graphql.ts';
import { Text } from '../language/text.tsx';
import { Heading } from '../layout/heading.tsx';
import { Answered, Empty } from '../notice/answered.tsx';
import { Board, type Column } from './board.tsx';
import { erasOf, isProtected } from './eras.ts';
import { Filters, fits } from './filters.tsx';
import { STATUSES } from './statuses.ts';
import { Timeline } from './timeline.tsx';
import { useManufactories } from './use-manufactories.ts';
import './manufactories.css';

/** All manufactories of a territory: where each stands in its life, and until when it is protected. */
export function Manufactories({ territory }: { territory: string }): ReactNode {
  return (
    <>
      <Heading page="page.manufactories" territory={territory} />
      <Within key={territory} territory={territory} />
    </>
  );
}

function Within({ territory }: { territory: string }): ReactNode {
  const { answer, nodes, showMore } = useManufactories(territory);
  return (
    <Answered answer={answer}>
      {(data) => data.manufactories && <Lives data={data} nodes={nodes} showMore={showMore} />}
    </Answered>
  );
}

interface LivesProps {
  data: ManufactoryBoardQuery;
  nodes: readonly ManufactoryCardFragment[];
  showMore: (() => void) | null;
}

function Lives({ data, nodes, showMore }: LivesProps): ReactNode {
  const { address } = useAddress();
  const { activity, institution, status } = address;
  const shown = nodes.filter((node) => fits(node, { activity, institution, status }));
  if (nodes.length === 0) {
    return (
      <Empty>
        <Text id="manufactories.none" />
      </Empty>
    );
  }
  const counts = activity || institution ? null : totals(data);
  const columns = STATUSES.filter((one) => !status || one === status).map((one) => columnOf(one, shown, counts));
  return (
    <>
      <Filters nodes={nodes} />
      <p role="status" className="hint">
        <Text
          id="manufactories.shown"
          values={{ shown: shown.length, all: data.manufactories?.totalCount ?? nodes.length }}
        />
      </p>
      {shown.length === 0 ? (
        <Empty>
          <Text id="manufactories.noneFits" />
        </Empty>
      ) : (
        <>
          <section className="section">
            <h2>
              <Text id="manufactories.board" />
            </h2>
            <Board columns={columns} />
          </section>
          <Timelines shown={shown} />
        </>
      )}
      {showMore && (
        <p>
          <button type="button" onClick={showMore}>
            <Text id="manufactories.more" />
          </button>
        </p>
      )}
    </>
  );
}

function Timelines({ shown }: { shown: readonly ManufactoryCardFragment[] }): ReactNode {
  // Drawn again only when what is shown differs, whatever else the page does.
  const key = JSON.stringify(shown);
  const eras = useMemo(() => erasOf((JSON.parse(key) as ManufactoryCardFragment[]).filter(isProtected)), [key]);
  if (eras.length === 0) return null;
  return (
    <section className="section">
      <h2>
        <Text id="manufactories.periods" />
      </h2>
      {eras.map((era) => (
        <Timeline key={era.from} era={era} />
      ))}
    </section>
  );
}

const totals = (data: ManufactoryBoardQuery): Partial<Record<ManufactoryStatus, number | undefined>> => ({
  PREPARING: data.preparing?.totalCount,
  PROTECTED: data.protected?.totalCount,
  DECISION: data.decision?.totalCount,
  INDEPENDENT: data.independent?.totalCount,
  RETAINED: data.retained?.totalCount,
  CLOSED: data.closed?.totalCount,
});

function columnOf(
  status: ManufactoryStatus,
  shown: readonly ManufactoryCardFragment[],
  counts: ReturnType<typeof totals> | null,
): Column {
  const cards = shown.filter((card) => card.status === status).toSorted(byDay);
  return { status, cards, count: counts?.[status] ?? cards.length };
}

/** Those whose protection ends next come first; of those that went on, the latest. */
function byDay(one: ManufactoryCardFragment, other: ManufactoryCardFragment): number {
  const [mine, its] = [lastDay(one), lastDay(other)];
  return mine === null || its === null
    ? one.name.localeCompare(other.name)
    : its.localeCompare(mine) || untilOf(one).localeCompare(untilOf(other)) || one.name.localeCompare(other.name);
}

const lastDay = ({ closedOn, retainedSince, independentSince, status }: ManufactoryCardFragment): string | null =>
  closedOn ?? retainedSince ?? independentSince ?? (status === 'PREPARING' ? null : '');

const untilOf = ({ protectedUntil }: ManufactoryCardFragment): string => protectedUntil ?? '';

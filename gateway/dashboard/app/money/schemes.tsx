import { type ReactNode, useState } from 'react';
import { thisDay } from '../address/this-day.ts';
import type { MoneyAwardMutation, MoneySchemeFragment, MoneySchemesQuery } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';
import { Changed } from '../live/live.tsx';
import { Empty } from '../notice/answered.tsx';
import { More } from '../notice/more.tsx';
import { useSession } from '../sign-in/session.tsx';
import { AwardDialog } from './award-dialog.tsx';
import { mayAward } from './may-award.ts';
import { reachOf } from './scheme-reach.ts';

type Found = NonNullable<MoneySchemesQuery['incentiveSchemes']>;
type Awarded = MoneyAwardMutation['awardIncentive'];

const STATUSES = ['OPEN', 'ANNOUNCED', 'CLOSED'] as const;

const OPEN_THEN_NEWEST = (one: MoneySchemeFragment, other: MoneySchemeFragment): number =>
  STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) ||
  other.opensOn.localeCompare(one.opensOn) ||
  one.title.localeCompare(other.title);

/** The open ones stand out; the rest can be unfolded. */
export function Schemes({
  schemes: { totalCount, nodes },
  onAwarded,
}: {
  schemes: Found;
  onAwarded(): void;
}): ReactNode {
  const [awardingBy, setAwardingBy] = useState<string | null>(null);
  const [awarded, setAwarded] = useState<Awarded | null>(null);
  if (nodes.length === 0) {
    return (
      <Empty>
        <Text id="money.noSchemes" />
      </Empty>
    );
  }
  const sorted = [...nodes].sort(OPEN_THEN_NEWEST);
  const current = sorted.filter(({ status }) => status !== 'CLOSED');
  const closed = sorted.filter(({ status }) => status === 'CLOSED');
  const awarding = nodes.find(({ id }) => id === awardingBy); // as it is by now, while others award too
  const onAward = (scheme: MoneySchemeFragment): void => {
    setAwarded(null);
    setAwardingBy(scheme.id);
  };
  const onDone = (incentive: Awarded): void => {
    setAwarded(incentive);
    onAwarded();
  };
  return (
    <>
      <div role="status" className="told">
        {awarded && <Success incentive={awarded} />}
      </div>
      {current.length > 0 ? (
        <List schemes={current} onAward={onAward} />
      ) : (
        <Empty>
          <Text id="money.noneOpen" />
        </Empty>
      )}
      {closed.length > 0 && (
        <details className="closed-schemes" open={current.length === 0}>
          <summary>
            <Text id="money.closedSchemes" values={{ count: closed.length }} />
          </summary>
          <List schemes={closed} onAward={onAward} />
        </details>
      )}
      <More shown={nodes.length} total={totalCount} />
      {awarding && <AwardDialog scheme={awarding} onAwarded={onDone} onClosed={() => setAwardingBy(null)} />}
    </>
  );
}

function Success({ incentive: { amount, manufactory, budgetLine } }: { incentive: Awarded }): ReactNode {
  const { money } = useWords();
  return (
    <p className="notice succeeded">
      <Text
        id="money.award.done"
        values={{
          amount: money(amount),
          manufactory: manufactory?.name ?? '–',
          line: budgetLine?.code ?? '–',
          available: money(budgetLine?.available),
        }}
      />
    </p>
  );
}

function List({
  schemes,
  onAward,
}: {
  schemes: readonly MoneySchemeFragment[];
  onAward(scheme: MoneySchemeFragment): void;
}): ReactNode {
  return (
    <ul className="cards schemes">
      {schemes.map((scheme) => (
        <li key={scheme.id}>
          <Changed id={scheme.id}>
            <Scheme scheme={scheme} onAward={onAward} />
          </Changed>
        </li>
      ))}
    </ul>
  );
}

function Scheme({
  scheme,
  onAward,
}: {
  scheme: MoneySchemeFragment;
  onAward(scheme: MoneySchemeFragment): void;
}): ReactNode {
  const { nameOf, money, day, number, text } = useWords();
  const session = useSession();
  const { id, kind, title, status, municipality, budgetLine } = scheme;
  const reach = reachOf(scheme);
  const from = scheme.openedOn ?? scheme.opensOn;
  const until = scheme.closedOn ?? scheme.closesOn;
  return (
    <article className="card scheme" aria-labelledby={`scheme-${id}`}>
      <p className="tags">
        <span className="tag">{nameOf('incentiveKind', kind)}</span>
        <span className="tag">{nameOf('schemeStatus', status)}</span>
      </p>
      <h3 id={`scheme-${id}`}>{title}</h3>
      <p className="meta">
        {municipality?.name} · {until ? `${day(from)} – ${day(until)}` : text('money.openFrom', { day: day(from) })}
      </p>
      <dl className="sums">
        <Sum name={text('money.reach.incentives')}>{number(reach.incentives)}</Sum>
        <Sum name={text('money.reach.manufactories')}>{number(reach.manufactories)}</Sum>
        <Sum name={text('money.measure.awarded')}>{reach.awarded.map(money).join(' + ') || '–'}</Sum>
        <Sum name={text('money.measure.paid')}>{reach.paid.map(money).join(' + ') || '–'}</Sum>
      </dl>
      {reach.counted < reach.incentives && (
        <p className="hint">
          <Text id="money.reach.partial" values={{ counted: reach.counted, total: reach.incentives }} />
        </p>
      )}
      {budgetLine && (
        <p className="meta">
          <Text
            id="money.fromLine"
            values={{ code: budgetLine.code, title: budgetLine.title, available: money(budgetLine.available) }}
          />
        </p>
      )}
      {mayAward(session, scheme, thisDay()) && (
        <button type="button" onClick={() => onAward(scheme)} aria-describedby={`scheme-${id}`}>
          <Text id="money.award.open" />
        </button>
      )}
    </article>
  );
}

function Sum({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

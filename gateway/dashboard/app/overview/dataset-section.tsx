import { type ReactNode, useId, useMemo } from 'react';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { useTableView } from '../chart/use-table-view.ts';
import { PeriodChoice } from '../figure/period-choice.tsx';
import { ReleaseLine } from '../figure/release-line.tsx';
import { isPublishedAt, useFigures } from '../figure/use-figures.ts';
import {
  type FigureFragment,
  type OutcomeFragment,
  OverviewCourseDocument,
  type TerritoryLevel,
} from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useGraphLanguage } from '../language/language.tsx';
import { Text } from '../language/text.tsx';
import { Empty } from '../notice/answered.tsx';
import { AllIndicators } from './all-indicators.tsx';
import { type DatasetCode, KEY_INDICATORS } from './key-indicators.ts';
import { OutcomeCard } from './outcome-card.tsx';

/** So many periods are drawn, the latest ones. */
const MOST_PERIODS = 8;

interface DatasetSectionProps {
  dataset: DatasetCode;
  label: string;
  /** Those that are published of the territory, the newest first. */
  periods: readonly string[];
  /** The one that is shown: a label, or LATEST. */
  period: string;
  place: { code: string; level: TerritoryLevel };
  outcomes: readonly OutcomeFragment[];
}

/** What is published of one dataset: cards of what matters most, or a table of everything. */
export function DatasetSection(props: DatasetSectionProps): ReactNode {
  const { dataset, label, periods, period, place, outcomes } = props;
  const { isTable } = useTableView();
  const id = useId();
  const shown = outcomes[0]?.period ?? period;
  const release = outcomes[0]?.release;
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{label}</h2>
        {periods.length > 0 && <PeriodChoice label={label} periods={periods} shown={shown} />}
      </div>
      {outcomes.length === 0 && <Nothing period={period} periods={periods} />}
      {outcomes.length > 0 &&
        (isTable ? (
          <AllIndicators dataset={dataset} label={label} periods={upTo(shown, periods)} place={place} />
        ) : (
          <Cards {...props} />
        ))}
      {release && <ReleaseLine release={release} territory={place.code} />}
    </section>
  );
}

/** The period that is shown and those before it, the newest first. */
const upTo = (shown: string, periods: readonly string[]): readonly string[] =>
  periods.slice(Math.max(0, periods.indexOf(shown)));

function Cards({ dataset, periods, place, outcomes }: DatasetSectionProps): ReactNode {
  const courses = useCourses(dataset, periods, place.code);
  const keys = KEY_INDICATORS[dataset];
  const shown = outcomes
    .filter(({ indicator }) => indicator && isPublishedAt(place.level, indicator))
    .toSorted((one, other) => keys.indexOf(one.indicator?.code ?? '') - keys.indexOf(other.indicator?.code ?? ''));
  return (
    <ul className="cards">
      {shown.map((outcome) => (
        <OutcomeCard
          key={outcome.indicator?.code}
          outcome={outcome}
          level={place.level}
          course={courses.get(outcome.indicator?.code ?? '') ?? []}
        />
      ))}
    </ul>
  );
}

/** The figures of the latest periods by indicator, the oldest first. */
function useCourses(dataset: DatasetCode, periods: readonly string[], territory: string) {
  const language = useGraphLanguage();
  const asked = periods.slice(0, MOST_PERIODS);
  const { data } = useAnswer(
    OverviewCourseDocument,
    { dataset, territory, periods: asked, indicators: [...KEY_INDICATORS[dataset]], language },
    { pause: asked.length < 2 },
  );
  return useMemo(
    () => Map.groupBy<string, FigureFragment>(data?.observations ?? [], ({ indicator }) => indicator?.code ?? ''),
    [data],
  );
}

function Nothing({ period: asked, periods }: Pick<DatasetSectionProps, 'period' | 'periods'>): ReactNode {
  const { period } = useFigures();
  const { path, hrefTo } = useAddress();
  if (periods.length === 0 || asked === 'LATEST') {
    return (
      <Empty>
        <Text id="overview.nothing" />
      </Empty>
    );
  }
  return (
    <Empty>
      <Text id="overview.nothingThen" values={{ period: period(asked) }} />{' '}
      <Link href={hrefTo(path, { period: undefined })}>
        <Text id="overview.toLatest" />
      </Link>
    </Empty>
  );
}

import type { ReactNode } from 'react';
import { Scrolling } from '../chart/scrolling.tsx';
import { isPublishedAt, useFigures } from '../figure/use-figures.ts';
import {
  type FigureFragment,
  type MeasuredFragment,
  OverviewCourseDocument,
  OverviewIndicatorsDocument,
  type TerritoryLevel,
} from '../graph/generated/graphql.ts';
import { useAnswer } from '../graph/use-answer.ts';
import { useGraphLanguage } from '../language/language.tsx';
import { Text, useWords } from '../language/text.tsx';
import { Answered } from '../notice/answered.tsx';

/** So many columns fit. */
const MOST_PERIODS = 6;

interface AllIndicatorsProps {
  dataset: string;
  label: string;
  /** The newest first. */
  periods: readonly string[];
  place: { code: string; level: TerritoryLevel };
}

/** Everything that is published of a dataset: a row for each indicator, a column for each period. */
export function AllIndicators({ dataset, label, periods, place }: AllIndicatorsProps): ReactNode {
  const language = useGraphLanguage();
  const { data } = useAnswer(OverviewIndicatorsDocument, { dataset });
  const indicators = data?.dataset?.indicators.map(({ code }) => code) ?? [];
  const shown = periods.slice(0, MOST_PERIODS);
  const answer = useAnswer(
    OverviewCourseDocument,
    { dataset, territory: place.code, periods: shown, indicators, language },
    { pause: indicators.length === 0 || shown.length === 0 },
  );
  return (
    <Answered answer={answer}>
      {({ observations }) => (
        <OutcomeTable label={label} level={place.level} periods={shown} figures={observations ?? []} />
      )}
    </Answered>
  );
}

interface OutcomeTableProps {
  label: string;
  level: TerritoryLevel;
  periods: readonly string[];
  figures: readonly FigureFragment[];
}

function OutcomeTable({ label, level, periods, figures }: OutcomeTableProps): ReactNode {
  const { period } = useFigures();
  const { text } = useWords();
  const rows = Map.groupBy(figures, ({ indicator }) => indicator?.code ?? '');
  const published = [...rows.values()].flatMap((row) => {
    const indicator = row[0]?.indicator;
    return indicator && isPublishedAt(level, indicator) ? [{ indicator, row }] : [];
  });
  return (
    <>
      <Scrolling label={text('overview.tableOf', { dataset: label })}>
        <table className="outcomes">
          <caption>
            <Text id="overview.tableOf" values={{ dataset: label }} />
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Text id="overview.indicator" />
              </th>
              {periods.map((one) => (
                <th key={one} scope="col" className="number">
                  {period(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {published.map(({ indicator, row }) => (
              <Row key={indicator.code} indicator={indicator} periods={periods} row={row} />
            ))}
          </tbody>
        </table>
      </Scrolling>
      <Explained
        level={level}
        indicators={published.map(({ indicator }) => indicator)}
        left={rows.size - published.length}
      />
    </>
  );
}

interface RowProps {
  indicator: MeasuredFragment;
  periods: readonly string[];
  row: readonly FigureFragment[];
}

function Row({ indicator, periods, row }: RowProps): ReactNode {
  const { figure } = useFigures();
  return (
    <tr>
      <th scope="row">{indicator.label}</th>
      {periods.map((period) => {
        const found = row.find((one) => one.period === period);
        return (
          <td key={period} className="number">
            {!found && '–'}
            {found && found.value !== null && figure(found.value, indicator)}
            {found?.value === null && (
              <span className="hint">
                <Text id={indicator.thresholds.length > 0 ? 'figure.hidden' : 'figure.notPublished'} />
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

interface ExplainedProps {
  level: TerritoryLevel;
  indicators: readonly MeasuredFragment[];
  /** How many indicators are published at higher levels alone. */
  left: number;
}

function Explained({ level, indicators, left }: ExplainedProps): ReactNode {
  const { whyHidden } = useFigures();
  const { text } = useWords();
  const ofPeople = indicators.find(({ thresholds }) => thresholds.length > 0);
  return (
    <p className="hint">
      {ofPeople && whyHidden(ofPeople, level)} {left > 0 && text('overview.left', { left })}
    </p>
  );
}

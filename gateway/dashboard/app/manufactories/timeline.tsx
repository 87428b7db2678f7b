import { axisX, barX, gridX, type PlotOptions, ruleX, text as textMark, tickX } from '@observablehq/plot';
import { type ReactNode, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'wouter';
import { thisDay } from '../address/this-day.ts';
import { useAddress } from '../address/use-address.ts';
import { Chart } from '../chart/chart.tsx';
import { Scrolling } from '../chart/scrolling.tsx';
import { Text, useWords, type Words } from '../language/text.tsx';
import { instantOf } from './day.ts';
import type { Era, Protected } from './eras.ts';
import { protection } from './life-words.ts';

/** Below this, a name and the words beside it stand on two lines. */
const NARROW = 640;

/** The protective periods of one era, with how support fades after them. */
export function Timeline({ era }: { era: Era }): ReactNode {
  const words = useWords();
  const { locale } = useIntl();
  const years = { from: era.from.slice(0, 4), until: era.until.slice(0, 4) };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone
  const draw = useMemo(() => drawingOf(era, words, locale), [era, locale]);
  const title = words.text('manufactories.timeline', years);
  return <Chart title={title} draw={draw} table={<TimelineTable title={title} rows={era.rows} />} />;
}

function drawingOf(era: Era, words: Words, locale: string): (width: number) => PlotOptions {
  const now = thisDay();
  const isCurrent = era.from <= now && (era.until >= now || era.rows.some(({ status }) => status === 'DECISION'));
  const until = isCurrent && now > era.until ? now : era.until;
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const steps = era.rows.flatMap(({ id, supportSteps }) => supportSteps.map((step) => ({ id, ...step })));
  return (width) => {
    const isNarrow = width < NARROW;
    const height = isNarrow ? 66 : 50;
    const labels = (row: Protected): string => `${row.name}${isNarrow ? '\n' : ' · '}${protection(row, words)}`;
    return {
      width,
      height: era.rows.length * height + 44,
      marginLeft: 2,
      marginRight: 60, // the last step's percents, and the last day's name
      marginTop: 16,
      style: { fontSize: '12px' },
      x: { type: 'utc', domain: [instantOf(era.from), instantOf(until)] },
      y: { axis: null, domain: era.rows.map(({ id }) => id), padding: 0 },
      marks: [
        gridX({ ticks: width / 110 }),
        axisX({ ticks: width / 110, tickFormat: (instant: Date) => month.format(instant), textAnchor: 'start' }),
        ...(isCurrent
          ? [
              ruleX([instantOf(now)], { stroke: 'var(--warn)', strokeWidth: 2, strokeDasharray: '5 3' }),
              textMark([instantOf(now)], {
                x: (instant: Date) => instant,
                text: () => words.text('manufactories.today'),
                frameAnchor: 'top',
                lineAnchor: 'bottom',
                dy: -3,
                fill: 'var(--warn)',
                fontWeight: 600,
              }),
            ]
          : []),
        barX(era.rows, {
          x1: ({ protectedFrom }: Protected) => instantOf(protectedFrom),
          x2: ({ protectedUntil }: Protected) => instantOf(protectedUntil),
          y: 'id',
          fill: ({ status }: Protected) => (status === 'PROTECTED' ? 'var(--accent)' : 'var(--tint)'),
          stroke: 'var(--accent)',
          insetTop: height - 20,
          insetBottom: 6,
          rx: 3,
        }),
        textMark(era.rows, {
          y: 'id',
          frameAnchor: 'left',
          textAnchor: 'start',
          lineAnchor: 'top',
          dy: -height / 2 + (isNarrow ? 10 : 12),
          text: labels,
          fill: 'currentColor',
          stroke: 'var(--paper)',
          strokeWidth: 4,
        }),
        tickX(steps, {
          x: ({ startsOn }: { startsOn: string }) => instantOf(startsOn),
          y: 'id',
          stroke: 'currentColor',
          strokeWidth: 2,
          insetTop: height - 20,
          insetBottom: 6,
        }),
        textMark(steps, {
          x: ({ startsOn }: { startsOn: string }) => instantOf(startsOn),
          y: 'id',
          text: ({ percent }: { percent: number }) => words.percent(percent / 100),
          textAnchor: 'start',
          dx: 4,
          dy: height / 2 - 13,
          fill: 'currentColor',
          stroke: 'var(--paper)',
          strokeWidth: 4,
        }),
      ],
    };
  };
}

function TimelineTable({ title, rows }: { title: string; rows: readonly Protected[] }): ReactNode {
  const words = useWords();
  const { hrefTo } = useAddress();
  const { day, percent } = words;
  return (
    <Scrolling label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {(['manufactory', 'protectedFrom', 'protectedTo', 'inWords', 'supportSteps'] as const).map((column) => (
              <th key={column} scope="col">
                <Text id={`manufactories.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={hrefTo(`/manufactories/${row.id}`)}>{row.name}</Link>
              </th>
              <td>{day(row.protectedFrom)}</td>
              <td>{day(row.protectedUntil)}</td>
              <td>{protection(row, words)}</td>
              <td>
                {row.supportSteps
                  .map((step) =>
                    words.text('manufactories.step', {
                      percent: percent(step.percent / 100),
                      day: day(step.startsOn),
                    }),
                  )
                  .join('; ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

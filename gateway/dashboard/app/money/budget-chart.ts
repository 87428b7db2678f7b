import { barX, type PlotOptions, text as textMark } from '@observablehq/plot';
import type { MoneyBudgetFragment } from '../graph/generated/graphql.ts';
import type { Words } from '../language/text.tsx';

type Line = MoneyBudgetFragment['lines']['nodes'][number];

/** `amount` is what was planned. */
export const MEASURES = ['amount', 'awarded', 'paid', 'available'] as const;
export type Measure = (typeof MEASURES)[number];

const BAR = 18;
const TITLE = 28;
const NARROW = 420;

/** Of each line four bars, one under the other, each with its name and its amount beside it: none is told by colour alone. */
export function drawLines(
  lines: readonly Line[],
  width: number,
  { nameOf, money }: { nameOf(measure: Measure): string; money: Words['money'] },
): PlotOptions {
  const bars = lines.flatMap((line) =>
    MEASURES.map((measure) => ({
      line: line.id,
      measure,
      value: Number(line[measure]?.amount ?? 0),
      label: money(line[measure]),
    })),
  );
  const of = (measure: Measure): typeof bars => bars.filter((bar) => bar.measure === measure);
  const place = { x: 'value', y: 'measure', fy: 'line', insetTop: 2, insetBottom: 2 } as const;
  return {
    width,
    height: lines.length * (MEASURES.length * BAR + TITLE),
    marginTop: TITLE,
    marginBottom: 0,
    marginLeft: 84,
    marginRight: width < NARROW ? 96 : 120,
    style: { fontSize: '12px' },
    x: { axis: null, zero: true },
    y: { domain: [...MEASURES], label: null, tickSize: 0, tickFormat: nameOf },
    fy: { domain: lines.map(({ id }) => id), axis: null, paddingInner: TITLE / (MEASURES.length * BAR + TITLE) },
    marks: [
      barX(of('amount'), { ...place, fill: 'none', stroke: 'var(--quiet)' }),
      barX(of('awarded'), { ...place, fill: 'var(--tint)', stroke: 'var(--accent)' }),
      barX(of('paid'), { ...place, fill: 'var(--accent)', stroke: 'var(--accent)' }),
      barX(of('available'), { ...place, fill: 'none', stroke: 'var(--accent)', strokeDasharray: '4 3' }),
      textMark(bars, { ...place, text: 'label', textAnchor: 'start', dx: 6, fill: 'currentColor' }),
      textMark(lines, {
        fy: 'id',
        text: ({ code, title }: Line) => `${code}  ${title}`,
        frameAnchor: 'top-left',
        dx: -80,
        dy: -20,
        fontWeight: 600,
        lineWidth: (width - 8) / 13,
        textOverflow: 'ellipsis',
      }),
    ],
  };
}

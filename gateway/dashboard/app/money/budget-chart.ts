import { barX, type PlotOptions, text as textMark } from '@observablehq/plot';
import type { MoneyBudgetFragment } from '../graph/generated/graphql.ts';
import type { Words } from '../language/text.tsx';

type Line = MoneyBudgetFragment['lines']['nodes'][number];

/** `amount` is what was planned. */
export const MEASURES = ['amount', 'awarded', 'paid', 'available'] as const;
export type Measure = (typeof MEASURES)[number];

const BAR = 18;
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
  // The drawing is one picture with a name; its parts have none.
  const place = { y: 'measure', fy: 'line', ariaHidden: 'true' } as const;
  const bar = { ...place, x: 'value', insetTop: 2, insetBottom: 2 } as const;
  const title = width < NARROW ? 46 : 28; // of two rows, or one
  return {
    width,
    height: lines.length * (MEASURES.length * BAR + title),
    marginTop: title,
    marginBottom: 0,
    marginLeft: 84,
    marginRight: width < NARROW ? 96 : 120,
    style: { fontSize: '12px' },
    x: { axis: null, zero: true },
    y: { domain: [...MEASURES], axis: null },
    fy: {
      domain: lines.map(({ id }) => id),
      axis: null,
      paddingInner: lines.length > 1 ? title / (MEASURES.length * BAR + title) : 0,
    },
    marks: [
      barX(of('amount'), { ...bar, fill: 'none', stroke: 'var(--quiet)' }),
      barX(of('awarded'), { ...bar, fill: 'var(--tint)', stroke: 'var(--accent)' }),
      barX(of('paid'), { ...bar, fill: 'var(--accent)', stroke: 'var(--accent)' }),
      barX(of('available'), { ...bar, fill: 'none', stroke: 'var(--accent)', strokeDasharray: '4 3' }),
      textMark(bars, { ...place, x: 'value', text: 'label', textAnchor: 'start', dx: 6 }),
      textMark(bars, {
        ...place,
        text: ({ measure }) => nameOf(measure),
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -6,
      }),
      textMark(lines, {
        fy: 'id',
        ariaHidden: 'true',
        text: ({ code, title }: Line) => `${code}  ${title}`,
        frameAnchor: 'top-left',
        lineAnchor: 'bottom',
        dx: -80,
        dy: -6,
        fontWeight: 600,
        lineWidth: width / 15,
        lineHeight: 1.15,
      }),
    ],
  };
}

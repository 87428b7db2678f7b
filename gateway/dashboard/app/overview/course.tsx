import { axisX, dot, lineY, type PlotOptions, ruleY } from '@observablehq/plot';
import { type ReactNode, useCallback } from 'react';
import { Drawing } from '../chart/chart.tsx';
import { placeOf } from '../figure/period.ts';
import { useFigures } from '../figure/use-figures.ts';
import type { FigureFragment, MeasuredFragment } from '../graph/generated/graphql.ts';
import { useWords } from '../language/text.tsx';

interface CourseProps {
  indicator: MeasuredFragment;
  /** The oldest first. */
  course: readonly FigureFragment[];
  target: number | null;
  /** The period that the page shows. */
  shown: string;
}

/** A small line of how a figure has gone, which breaks where a period is missing or hidden. */
export function Course({ indicator, course, target, shown }: CourseProps): ReactNode {
  const { figure, period: nameOf } = useFigures();
  const { text } = useWords();
  const words = course.map(
    ({ period, value }) =>
      `${nameOf(period)}: ${value === null ? text('figure.hidden').toLowerCase() : figure(value, indicator)}`,
  );
  const draw = useCallback(
    (width: number): PlotOptions => ({
      width,
      height: 72,
      marginTop: 8,
      marginBottom: 20,
      marginLeft: 24,
      marginRight: 24,
      x: { type: 'point', domain: course.map(({ period }) => period) },
      y: { axis: null, zero: true },
      r: { type: 'identity' },
      marks: [
        axisX({ label: null, tickSize: 0, tickFormat: nameOf, fontSize: 11, ticks: endsOf(course) }),
        ruleY([0], { stroke: 'var(--line)' }),
        ...(target === null ? [] : [ruleY([target], { stroke: 'var(--quiet)', strokeDasharray: '4 3' })]),
        lineY(course, { x: 'period', y: 'value', z: runsOf(course), stroke: 'var(--accent)', strokeWidth: 2 }),
        dot(course, { x: 'period', y: 'value', r: (one) => (one.period === shown ? 5 : 3), fill: 'var(--accent)' }),
      ],
    }),
    [course, target, shown, nameOf],
  );
  return (
    <div className="course">
      <Drawing title={`${indicator.label}. ${words.join('; ')}`} draw={draw} />
    </div>
  );
}

const endsOf = (course: readonly FigureFragment[]): string[] =>
  [course[0], course.at(-1)].flatMap((one) => (one ? [one.period] : []));

/** For each period the number of the unbroken run that it belongs to. */
function runsOf(course: readonly FigureFragment[]): number[] {
  let run = 0;
  return course.map(({ period }, at) => {
    const before = course[at - 1];
    if (before && placeOf(period) !== placeOf(before.period) + 1) run += 1;
    return run;
  });
}

import { lazy, type ReactNode, Suspense } from 'react';
import { periodBefore } from '../figure/period.ts';
import { useFigures } from '../figure/use-figures.ts';
import type { FigureFragment, MeasuredFragment, OutcomeFragment, TerritoryLevel } from '../graph/generated/graphql.ts';
import { Text, useWords } from '../language/text.tsx';

// The figures are there before the library that draws them.
const Course = lazy(async () => ({ default: (await import('./course.tsx')).Course }));

interface OutcomeCardProps {
  outcome: OutcomeFragment;
  level: TerritoryLevel;
  /** The same figure over the periods, the oldest first. */
  course: readonly FigureFragment[];
}

/** One figure: what it is now, how it has changed, what was to be reached, and how it came there. */
export function OutcomeCard({ outcome, level, course }: OutcomeCardProps): ReactNode {
  const { figure } = useFigures();
  const { indicator, value } = outcome;
  if (!indicator) return null;
  const isDrawn = course.filter((one) => one.value !== null).length > 1;
  return (
    <li className="card outcome">
      <h3>{indicator.label}</h3>
      {value === null ? (
        <Hidden outcome={outcome} indicator={indicator} level={level} />
      ) : (
        <>
          <p className="value">{figure(value, indicator)}</p>
          <Change outcome={outcome} indicator={indicator} course={course} />
          <Aims outcome={outcome} indicator={indicator} value={value} />
        </>
      )}
      {isDrawn && (
        <Suspense fallback={<div className="course" />}>
          <Course indicator={indicator} course={course} target={outcome.target} shown={outcome.period} />
        </Suspense>
      )}
    </li>
  );
}

interface PartProps {
  outcome: OutcomeFragment;
  indicator: MeasuredFragment;
}

function Hidden({ outcome, indicator, level }: PartProps & { level: TerritoryLevel }): ReactNode {
  const { whyHidden, fallbackOf } = useFigures();
  const above = fallbackOf(outcome);
  return (
    <>
      <p className="value hidden">
        <Text id={indicator.thresholds.length > 0 ? 'figure.hidden' : 'figure.notPublished'} />
      </p>
      <p className="meta">{whyHidden(indicator, level)}</p>
      {above && <p>{above}</p>}
    </>
  );
}

function Change({
  outcome: { change, period },
  indicator,
  course,
}: PartProps & Pick<OutcomeCardProps, 'course'>): ReactNode {
  const { distance, inPeriod } = useFigures();
  if (change === null) {
    const before = course.find((one) => one.period === periodBefore(period));
    if (before?.value !== null) return null;
    return (
      <p className="meta">
        <Text id="overview.hiddenBefore" values={{ when: inPeriod(before.period) }} />
      </p>
    );
  }
  const values = { by: distance(Math.abs(change), indicator), when: inPeriod(periodBefore(period)) };
  if (change === 0) {
    return (
      <p className="change">
        <Text id="overview.same" values={values} />
      </p>
    );
  }
  return (
    <p className="change">
      <span aria-hidden="true">{change > 0 ? '▲' : '▼'}</span>{' '}
      <Text id={change > 0 ? 'overview.more' : 'overview.less'} values={values} />
    </p>
  );
}

function Aims({ outcome: { target, baseline }, indicator, value }: PartProps & { value: number }): ReactNode {
  const { figure } = useFigures();
  const { percent } = useWords();
  const isCount = indicator.unit !== '%' && indicator.unit !== 'EUR';
  return (
    <>
      {target !== null && (
        <p className="target">
          {isCount && target > 0 ? (
            <Text
              id="overview.ofTarget"
              values={{ share: percent(value / target), target: figure(target, indicator) }}
            />
          ) : (
            <Text id="overview.target" values={{ target: figure(target, indicator) }} />
          )}
        </p>
      )}
      {baseline !== null && (
        <p className="meta">
          <Text id="overview.baseline" values={{ baseline: figure(baseline, indicator) }} />
        </p>
      )}
    </>
  );
}

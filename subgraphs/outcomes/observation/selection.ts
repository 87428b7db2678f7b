import { Invalid } from '../../../shared/errors/domain-error.ts';
import { echo } from '../../../shared/errors/echo.ts';
import { datasetOf } from '../dataset/datasets.ts';
import { type IndicatorDefinition, isDerived } from '../indicator/indicator-definition.ts';

/** Which columns of a dataset's releases are asked for. */
export interface Selection {
  readonly dataset: string;
  readonly indicators: readonly string[];
  /** Traits by code, as categories name them: `EMPLOYMENT;SEX`; '' for all people together. */
  readonly breakdown: string;
}

/**
 * Judges what is asked for by the catalogue alone, so that a refusal tells nothing of figures. Without `indicators`,
 * all that have the breakdown.
 */
export function selectionOf(
  code: string,
  indicators: readonly string[] | null | undefined,
  traits: string | null | undefined,
): Selection {
  const dataset = datasetOf(code);
  const breakdown = (traits ?? '')
    .split(/[;,]/)
    .map((trait) => trait.trim())
    .sort()
    .join(';');
  const broken = dataset.indicators.filter((indicator) => hasBreakdown(indicator, breakdown));
  if (broken.length === 0) {
    throw new Invalid(
      `Nothing in the dataset ${code} is broken down by ${JSON.stringify(echo(breakdown))}. ${waysOut(dataset.indicators)}`,
      { field: 'breakdown', value: echo(breakdown) },
    );
  }
  if (!indicators) return { dataset: code, indicators: broken.map((one) => one.code), breakdown };

  for (const asked of indicators) {
    const indicator = dataset.indicators.find((one) => one.code === asked);
    if (!indicator) {
      const known = dataset.indicators.map((one) => one.code).join(', ');
      throw new Invalid(`The dataset ${code} has no indicator ${JSON.stringify(echo(asked))}. It has ${known}.`, {
        field: 'indicators',
        value: echo(asked),
      });
    }
    if (!broken.includes(indicator)) {
      throw new Invalid(`${asked} is not broken down by ${JSON.stringify(echo(breakdown))}. ${waysOut([indicator])}`, {
        field: 'breakdown',
        value: echo(breakdown),
      });
    }
  }
  return { dataset: code, indicators: [...new Set(indicators)], breakdown };
}

const breakdownsOf = (indicator: IndicatorDefinition): string[] =>
  isDerived(indicator) ? [] : indicator.breakdowns.map((traits) => traits.toSorted().join(';'));

const hasBreakdown = (indicator: IndicatorDefinition, breakdown: string): boolean =>
  breakdown === '' || breakdownsOf(indicator).includes(breakdown);

function waysOut(indicators: readonly IndicatorDefinition[]): string {
  const known = [...new Set(indicators.flatMap(breakdownsOf))];
  if (known.length === 0) return 'Leave `breakdown` out.';
  return `Leave \`breakdown\` out, or take one of ${known.join(', ')}.`;
}

import type { Formula, Part } from './indicator-definition.ts';

const partText = ({ indicator, category }: Part): string => (category ? `${indicator}[${category}]` : indicator);

const sumText = (parts: readonly Part[]): string => parts.map(partText).join(' + ');

const factorText = (parts: readonly Part[]): string => (parts.length > 1 ? `(${sumText(parts)})` : sumText(parts));

/** Writes a formula for people: `100 × NH-S4 / (NH-S4 + NH-F2)`. */
export function formulaText(formula: Formula): string {
  if ('sum' in formula) return sumText(formula.sum);
  const { of, per, times } =
    'some' in formula ? { of: formula.some, per: [...formula.some, ...formula.others], times: 100 } : formula;
  return `${times === 1 ? '' : `${times} × `}${factorText(of)} / ${factorText(per)}`;
}

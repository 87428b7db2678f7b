import type { Cell } from '../count-table.ts';
import type { SumEquation } from './sum-equation.ts';

/** One count that several releases may have; told as soon as one of them tells it. */
interface Joined extends Cell {
  hidden: boolean;
}

/**
 * The equations of a release (the first list) and of earlier ones of the same period. What has the same value in two of
 * them is one cell, for whoever compares them takes it to be unrevised; what differs has another cell, for the people in
 * the difference, who are protected like others. So an outsider is taken to know which counts changed, and which of
 * them grew. A difference that is large enough to be told has the threshold 0. An earlier release whose list of territories was
 * another may have sums that no longer hold; they tell nothing, and are left out.
 */
export function joinedEquations([present = [], ...earlier]: readonly (readonly SumEquation[])[]): SumEquation[] {
  if (earlier.every(({ length }) => length === 0)) return [...present];
  const joined = new Map<string, Map<string, Joined[]>>();
  const join = (cell: Cell): Joined => {
    const { subject, code, value, hidden } = cell;
    const byCode = at(joined, subject.category ?? '', () => new Map<string, Joined[]>());
    const versions = at(byCode, code, () => []);
    const same = versions.find((version) => version.value === value);
    if (same) {
      same.hidden &&= hidden;
      return same;
    }
    const version: Joined = { ...cell, told: false };
    versions.push(version);
    return version;
  };

  const known = new Map<Cell, SumEquation[]>();
  for (const { whole, parts, by } of [...present, ...earlier.flat().filter(isTrue)]) {
    const equation = { whole: join(whole), parts: parts.map(join), by };
    const others = at(known, equation.whole, () => []);
    if (!others.some((other) => isSame(other, equation))) others.push(equation);
  }
  const versions = [...joined.values()].flatMap((byCode) => [...byCode.values()]);
  return [...[...known.values()].flat(), ...versions.flatMap(changesBetween)];
}

function changesBetween(versions: readonly Joined[]): SumEquation[] {
  return versions.flatMap((one, index) =>
    versions.slice(index + 1).flatMap((other) => {
      if (!one.hidden && !other.hidden) return [];
      const [larger, smaller] = one.value > other.value ? [one, other] : [other, one];
      const value = larger.value - smaller.value;
      const threshold = value < one.threshold ? one.threshold : 0;
      const change: Cell = { ...one, value, threshold, parent: null, children: [], hidden: true };
      return [
        { whole: larger, parts: [smaller, change], by: 'what another release has and who is in one of them only' },
      ];
    }),
  );
}

function isTrue({ whole, parts }: SumEquation): boolean {
  return parts.reduce((sum, { value }) => sum + value, 0) === whole.value;
}

function isSame(one: SumEquation, other: SumEquation): boolean {
  if (one.by !== other.by || one.parts.length !== other.parts.length) return false;
  return one.parts.every((part, index) => part === other.parts[index]);
}

function at<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

import fc from 'fast-check';
import type { CountTable } from '../../subgraphs/outcomes/disclosure-control/count-table.ts';
import { ALL_LEVELS, type Counts, tableOf } from './tables.ts';

/** People are clustered: many places have nobody, or a few. */
const someCount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 41, max: 2_000 }) },
);

type Leaf = readonly number[];
type Branch = Leaf | readonly Branch[];

/** Up to five deep and six wide, only children among them. */
function someTerritory(categories: number, depth: number): fc.Arbitrary<Branch> {
  const leaf: fc.Arbitrary<Branch> = fc.array(someCount, { minLength: categories, maxLength: categories });
  if (depth === 0) return leaf;
  const inner = fc.array(someTerritory(categories, depth - 1), {
    minLength: 1,
    maxLength: depth > 3 ? 3 : 6,
    size: 'max',
  });
  return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 6, arbitrary: inner });
}

/** Tables of one tree: all people first, then each category of them, two or three. */
export const someTables: fc.Arbitrary<CountTable[]> = fc
  .integer({ min: 2, max: 3 })
  .chain((categories) => someTerritory(categories, 4).map((root) => tablesOf(root, categories)));

function tablesOf(root: Branch, categories: number): CountTable[] {
  const sums = [null, ...Array.from({ length: categories }, (_, index) => index)];
  return sums.map((category) =>
    tableOf(
      { T: countsOf(root, 'T', category) },
      { category: category === null ? null : `kind=${category}` },
      ALL_LEVELS,
    ),
  );
}

function countsOf(branch: Branch, code: string, category: number | null): number | Counts {
  if (isLeaf(branch))
    return category === null ? branch.reduce((sum, count) => sum + count, 0) : (branch[category] ?? 0);
  return Object.fromEntries(
    branch.map((inner, index) => [`${code}.${index}`, countsOf(inner, `${code}.${index}`, category)]),
  );
}

function isLeaf(branch: Branch): branch is Leaf {
  return typeof branch[0] === 'number';
}

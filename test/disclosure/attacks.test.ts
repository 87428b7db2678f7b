import { describe, expect, it } from '@jest/globals';
import { TerritoryLevel } from '../../shared/territory/territory.ts';
import {
  assertNothingExposed,
  audit,
  describeExposure,
} from '../../subgraphs/outcomes/disclosure-control/audit/audit.ts';
import {
  tableEquations,
  territoryEquation,
  territoryEquations,
  unrevisedEquations,
} from '../../subgraphs/outcomes/disclosure-control/audit/release-equations.ts';
import type { SumEquation } from '../../subgraphs/outcomes/disclosure-control/audit/sum-equation.ts';
import { type Cell, type CountTable, publish } from '../../subgraphs/outcomes/disclosure-control/count-table.ts';
import { hideByEarlierPeriods, hideByEarlierReleases } from '../../subgraphs/outcomes/disclosure-control/over-time.ts';
import { objectionsTo } from '../../subgraphs/outcomes/disclosure-control/publication-rules.ts';
import { publishedRate } from '../../subgraphs/outcomes/disclosure-control/rate.ts';
import { suppress } from '../../subgraphs/outcomes/disclosure-control/suppress.ts';
import { suppressBreakdown } from '../../subgraphs/outcomes/disclosure-control/suppress-breakdown.ts';
import { cellOf, hiddenIn, hideOnly, tableOf } from './tables.ts';

const NATION = [TerritoryLevel.NATIONAL, TerritoryLevel.REGIONAL, TerritoryLevel.LOCAL];

/** The cells that are found out, each by its table and code, with `~` where only nearly. */
function foundOut(...equations: SumEquation[][]): string[] {
  const { exposures } = audit(equations.flat());
  return exposures
    .map(({ cell: { subject, code }, how }) => {
      const { indicator, category, period, release } = subject;
      return `${how === 'NEARLY' ? '~' : ''}${category ?? indicator} ${code} ${period} r${release}`;
    })
    .toSorted();
}

function suppressed(...args: Parameters<typeof tableOf>): CountTable {
  const table = tableOf(...args);
  suppress(table);
  return table;
}

describe('parent minus siblings', () => {
  const counts = { PL: { PL21: 3, PL22: 40, PL41: 60 } };

  it('recovers a small count that is hidden alone', () => {
    const table = tableOf(counts, {}, NATION);
    hideOnly(table, 'PL21');

    expect(foundOut(territoryEquations(table))).toEqual(['EECO01 PL21 2026 r1']);
  });

  it('is left with a sum of two that could be split in many ways', () => {
    const table = suppressed(counts, {}, NATION);
    const [parent, ...children] = table.cells.map(publish);
    const told = children.reduce((sum, { value }) => sum + (value ?? 0), 0);

    expect(hiddenIn(table)).toBe('PL21 PL22');
    expect((parent?.value ?? 0) - told).toBe(43);
    expect(foundOut(territoryEquations(table))).toEqual([]);
  });
});

describe('a sibling that was hidden as a complement', () => {
  it('is recovered from its own parts, and then the small count with it, where those are published', () => {
    const table = tableOf({ PL: { PL21: 3, PL22: { a: 20, b: 20 }, PL41: 60 } }, {}, NATION);
    hideOnly(table, 'PL21', 'PL22');

    expect(foundOut(territoryEquations(table))).toEqual(['EECO01 PL21 2026 r1', 'EECO01 PL22 2026 r1']);
  });

  it('is not, for its parts are hidden with it', () => {
    const table = suppressed({ PL: { PL21: 3, PL22: { a: 20, b: 20 }, PL41: 60 } }, {}, NATION);

    expect(hiddenIn(table)).toBe('PL21 PL22 a b');
    expect(foundOut(territoryEquations(table))).toEqual([]);
  });

  it('tells that another is small where both are, unless a third is hidden', () => {
    const counts = { PL: { PL21: 3, PL22: 4, PL41: 60 } };
    const two = tableOf(counts, {}, NATION);
    hideOnly(two, 'PL21', 'PL22');

    expect(foundOut(territoryEquations(two))).toEqual(['~EECO01 PL21 2026 r1', '~EECO01 PL22 2026 r1']);
    expect(foundOut(territoryEquations(suppressed(counts, {}, NATION)))).toEqual([]);
  });
});

describe.each([
  ['unemployed + inactive + employed = participants', ['EECO02', 'EECO04', 'EECO05']],
  ['women + men + others = participants', ['sex=F', 'sex=M', 'sex=X']],
])('%s', (_, names) => {
  const parts = [
    { PL: { PL21: 3, PL22: 20, PL41: 30 } },
    { PL: { PL21: 25, PL22: 26, PL41: 27 } },
    { PL: { PL21: 30, PL22: 31, PL41: 32 } },
  ];
  const tables = () => parts.map((counts, index) => tableOf(counts, { category: names[index] ?? '' }, NATION));
  const all = () => suppressed({ PL: { PL21: 58, PL22: 77, PL41: 89 } }, {}, NATION);
  const equations = (total: CountTable, categories: CountTable[]) => [
    ...[total, ...categories].map(territoryEquations),
    tableEquations(total, categories, 'its categories'),
  ];

  it('recovers what is protected within its own table only', () => {
    const [total, categories] = [all(), tables()];
    categories.forEach(suppress);

    expect(hiddenIn(categories[0] ?? total)).toBe('PL21 PL22');
    expect(foundOut(...equations(total, categories))).toEqual([`${names[0]} PL21 2026 r1`, `${names[0]} PL22 2026 r1`]);
  });

  it('recovers nothing where the categories of a territory are hidden together', () => {
    const [total, categories] = [all(), tables()];
    suppressBreakdown(total, categories, 1);

    expect(hiddenIn(total)).toBe('');
    expect(categories.map(hiddenIn)).toEqual(['PL21 PL22', 'PL21 PL22', 'PL21 PL22']);
    expect(foundOut(...equations(total, categories))).toEqual([]);
  });
});

describe('quarters against the year', () => {
  const quarter = (period: string, count: number) => suppressed({ PL_1261011: count }, { period });
  const quarters = [quarter('2026-Q1', 20), quarter('2026-Q2', 30), quarter('2026-Q3', 4), quarter('2026-Q4', 25)];
  const year = suppressed({ PL_1261011: 79 });

  it('recover the quarter that is hidden, so the audit refuses them beside each other', () => {
    const found = audit(tableEquations(year, quarters, 'its quarters'));

    expect(found.exposures.map(describeExposure)).toEqual([
      'EECO01 of PL_1261011 in 2026-Q3 (release 1) is told exactly, for ' +
        'EECO01 of PL_1261011 in 2026 (release 1) is the sum of its quarters (4).',
    ]);
    expect(() => assertNothingExposed(found)).toThrow(
      'The release cannot be published: 1 of its hidden counts could be found out. ' +
        'Hide more, or publish less of what adds up to them. EECO01 of PL_1261011 in 2026-Q3',
    );
    const cell = found.exposures[0]?.cell as Cell;
    expect(() => assertNothingExposed({ exposures: [], unchecked: [cell], components: 1 })).toThrow(
      'too much to compute',
    );
    expect(() => assertNothingExposed(audit([]))).not.toThrow();
  });

  it('are objected to before anything is counted', () => {
    const level = TerritoryLevel.LOCAL;
    const periods = ['2026', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];

    expect(
      objectionsTo(
        periods.map((period) => ({ indicator: 'EECO01', level, period, measure: 'FLOW' })),
        [],
      ),
    ).toHaveLength(4);
  });
});

describe('a cumulative count against the one before', () => {
  const before = suppressed({ PL: { PL21: 100, PL22: 200, PL41: 300 } }, { period: '2025' }, NATION);
  const counts = { PL: { PL21: 103, PL22: 240, PL41: 350 } };
  const flow = () => suppressed({ PL: { PL21: 3, PL22: 40, PL41: 50 } }, { indicator: 'since' }, NATION);
  const equations = (table: CountTable, since: CountTable) => [
    ...[before, table, since].map(territoryEquations),
    tableEquations(table, [before, since], 'the one before and what came since'),
  ];

  it('tells the three who came, where both are published', () => {
    expect(foundOut(...equations(suppressed(counts, {}, NATION), flow()))).toEqual([
      'since PL21 2026 r1',
      'since PL22 2026 r1',
    ]);
  });

  it('tells nothing where it waits until more have come', () => {
    const table = tableOf(counts, {}, NATION);
    hideByEarlierPeriods(table, [before], 'CUMULATIVE');
    suppress(table);

    expect(hiddenIn(table)).toBe('PL21 PL22');
    expect(foundOut(...equations(table, flow()))).toEqual([]);
  });
});

describe('a revised release against the one before', () => {
  const first = suppressed({ PL: { PL21: 3, PL22: 40, PL41: 60 } }, {}, NATION);
  const late = { PL: { PL21: 14, PL22: 40, PL41: 60 } };
  const equations = (second: CountTable) => [
    ...[first, second].map(territoryEquations),
    unrevisedEquations(first, second),
  ];

  it('tells what the first hid, where late records make it large enough', () => {
    const second = suppressed(late, { release: 2 }, NATION);

    expect(hiddenIn(second)).toBe('');
    expect(foundOut(...equations(second))).toEqual(['EECO01 PL21 2026 r1', 'EECO01 PL22 2026 r1']);
  });

  it('tells nothing where it hides what the first hid', () => {
    const second = tableOf(late, { release: 2 }, NATION);
    hideByEarlierReleases(second, [first]);
    suppress(second);

    expect(hiddenIn(second)).toBe('PL21 PL22');
    expect(foundOut(...equations(second))).toEqual([]);
  });

  it('tells no count that became small, for nothing that the first told is hidden to protect it', () => {
    const told = suppressed({ PL: { PL21: 30, PL22: 40, PL41: 60 } }, {}, NATION);
    const second = tableOf({ PL: { PL21: 3, PL22: 40, PL41: 60 } }, { release: 2 }, NATION);
    hideByEarlierReleases(second, [told]);
    suppress(second);

    expect(hiddenIn(second)).toBe('PL PL21 PL22 PL41');
    expect(foundOut(territoryEquations(told), territoryEquations(second), unrevisedEquations(told, second))).toEqual(
      [],
    );
  });
});

describe('territories that overlap', () => {
  const table = suppressed({ PL21: { a: 3, b: 20, c: 30, d: 40 } });
  const network = suppressed({ network: { a: 3, c: 30 } });
  const cut = territoryEquation(cellOf(network, 'network'), [cellOf(table, 'a'), cellOf(table, 'c')]);

  it('tell by their difference what each of them hides, so the audit refuses the second', () => {
    expect(hiddenIn(table)).toBe('a b');
    expect(foundOut(territoryEquations(table))).toEqual([]);
    expect(foundOut(territoryEquations(table), [cut])).toEqual(['EECO01 a 2026 r1', 'EECO01 b 2026 r1']);
  });
});

describe('a rate with a known denominator', () => {
  const told = (value: number) => ({ value, flag: null });

  it('is not given where it would tell how many there are', () => {
    expect(publishedRate({ some: told(1), others: told(7), all: told(8) }, 10)).toBeNull();
    expect(publishedRate({ some: told(5), others: told(35), all: told(40) }, 10)).toBeNull();
    expect(publishedRate({ some: told(35), others: told(5), all: told(40) }, 10)).toBeNull();
  });

  it('is not given of a count that is hidden to protect another', () => {
    const [region, , b] = suppressed({ PL21: { a: 3, b: 20, c: 60 } }).cells.map(publish);

    expect(b).toEqual({ value: null, flag: 'c' });
    expect(publishedRate({ some: b ?? told(0), others: told(63), all: region ?? told(0) }, 10)).toBeNull();
  });
});

describe('a code that changed', () => {
  const before = suppressed({ PL: { PL12: 4, PL22: 40, PL41: 60 } }, {}, NATION);
  const later = { PL: { PL92: 14, PL22: 40, PL41: 60 } };
  const formerCodes = new Map([['PL92', 'PL12']]);

  it('lets nobody read under the new code what was hidden under the old one', () => {
    const [open, safe] = [tableOf(later, { release: 2 }, NATION), tableOf(later, { release: 2 }, NATION)];
    suppress(open);
    hideByEarlierReleases(safe, [before], formerCodes);
    suppress(safe);
    const equations = (second: CountTable) => [
      ...[before, second].map(territoryEquations),
      unrevisedEquations(before, second, formerCodes),
    ];

    expect(foundOut(...equations(open))).toEqual(['EECO01 PL12 2026 r1', 'EECO01 PL22 2026 r1']);
    expect(hiddenIn(safe)).toBe('PL22 PL92');
    expect(foundOut(...equations(safe))).toEqual([]);
  });

  it('is refused by the audit where the parts of a territory that was split tell it', () => {
    const split = suppressed({ PL: { PL91: 0, PL92: 20, PL22: 40, PL41: 60 } }, { release: 2 }, NATION);
    const old = tableOf({ PL: { PL12: 20, PL22: 40, PL41: 60 } }, {}, NATION);
    hideOnly(old, 'PL12', 'PL22');
    const parts = [cellOf(split, 'PL91'), cellOf(split, 'PL92')];

    expect(foundOut(territoryEquations(old))).toEqual([]);
    expect(foundOut(territoryEquations(old), [territoryEquation(cellOf(old, 'PL12'), parts)])).toEqual([
      'EECO01 PL12 2026 r1',
      'EECO01 PL22 2026 r1',
    ]);
  });
});

import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  SMALL_DATASET as DATASET,
  FIGURES_HEADER as HEADER,
  judge,
  refusals,
} from '../../../test/kit/small-dataset.ts';
import { categoriesOf } from '../indicator/trait.ts';
import { judgeFigures } from './judge-figures.ts';
import { type FigureLine, readFigures } from './read-figures.ts';

const [KRAKOW, NOWA_HUTA, TRZEBINIA] = ['PL_1261011', 'PL_1261011-D18', 'PL_1203053'];

describe('a breakdown', () => {
  const whole = [`P,,${KRAKOW},5`, `P,SEX=F,${KRAKOW},3`, `P,SEX=MX,${KRAKOW},2`];

  it('may be left out as a whole', () => {
    expect(refusals(`P,,${KRAKOW},5`, `P,,${TRZEBINIA},1`)).toEqual([]);
    expect(refusals(...whole)).toEqual([]);
  });

  it('adds up to the total, which the reason shows in the unit', () => {
    const [[line, column, reason] = []] = judge(HEADER, ...whole.slice(0, 2), `P,SEX=MX,${KRAKOW},1`);

    expect([line, column]).toEqual([2, 'value']);
    expect(reason).toContain(`all of P in ${KRAKOW} is 5, and SEX adds up to 4`);
  });

  it('is given for every territory, or for none', () => {
    expect(refusals(...whole, `P,,${TRZEBINIA},1`)).toEqual(['5:value']);
    expect(refusals(...whole, `P,,${TRZEBINIA},0`)).toEqual([]);
  });

  it('is of a total', () => {
    expect(refusals(`P,SEX=F,${KRAKOW},3`)).toEqual(['2:value']);
  });

  it.each([
    ['to both margins', [3, 0, 0, 2], []],
    ['to one of them alone', [3, 0, 1, 1], ['3:value', '4:value']],
    ['to the other alone', [3, 1, 0, 1], ['5:value', '6:value']],
  ])('that crosses two adds up %s', (_name, [inactiveF, inactiveMX, employedF, employedMX], expected) => {
    const margins = [`P,EMPLOYMENT=INACTIVE,${KRAKOW},3`, `P,EMPLOYMENT=EMPLOYED,${KRAKOW},2`];
    const crossed = [
      `P,EMPLOYMENT=INACTIVE;SEX=F,${KRAKOW},${inactiveF}`,
      `P,EMPLOYMENT=INACTIVE;SEX=MX,${KRAKOW},${inactiveMX}`,
      `P,EMPLOYMENT=EMPLOYED;SEX=F,${KRAKOW},${employedF}`,
      `P,EMPLOYMENT=EMPLOYED;SEX=MX,${KRAKOW},${employedMX}`,
    ];

    expect(refusals(...whole, ...margins, ...crossed)).toEqual(expected);
  });

  it('that crosses two needs both margins', () => {
    expect(
      refusals(...whole, `P,EMPLOYMENT=INACTIVE;SEX=F,${KRAKOW},3`, `P,EMPLOYMENT=INACTIVE;SEX=MX,${KRAKOW},2`),
    ).toEqual(['5:value']);
  });
});

describe('people', () => {
  it('are counted in one place, not in a municipality and its district', () => {
    const [problem] = judge(HEADER, `P,,${KRAKOW},3`, `P,,${NOWA_HUTA},3`);

    expect(problem).toEqual([3, 'territory', expect.stringContaining('Count each person in one place')]);
    expect(refusals(`P,,${NOWA_HUTA},3`, 'P,,PL213,3')).toEqual(['2:territory']);
    expect(refusals(`P,,${NOWA_HUTA},3`, 'P,,PL_1261011-D01,3', `P,,${TRZEBINIA},3`)).toEqual([]);
  });

  it('are there where their hours are', () => {
    expect(refusals(`P,,${KRAKOW},1`, `H,,${KRAKOW},0.01`)).toEqual([]);
    expect(refusals(`P,,${KRAKOW},0`, `H,,${KRAKOW},0.00`, `H,,${TRZEBINIA},0`)).toEqual([]);
    expect(refusals(`P,,${KRAKOW},0`, `H,,${KRAKOW},0.01`, `H,,${TRZEBINIA},1`)).toEqual(['3:value', '4:value']);
    expect(refusals(`H,,${KRAKOW},0.01`)).toEqual(['2:value']);
  });
});

const cell = fc.record({
  category: fc.constantFrom('', ...[['SEX'], ['EMPLOYMENT'], ['SEX', 'EMPLOYMENT']].flatMap(categoriesOf)),
  territory: fc.constantFrom(KRAKOW, TRZEBINIA),
  value: fc.nat({ max: 3 }),
});

/** Lines that add up, made of people; some are then spoilt. */
const people = fc.array(
  fc.tuple(fc.constantFrom(KRAKOW, TRZEBINIA), fc.constantFrom(...categoriesOf(['SEX', 'EMPLOYMENT']))),
  {
    maxLength: 8,
  },
);

function countedFrom(rows: [string, string][]): string[] {
  const counts = new Map<string, number>();
  for (const [territory, crossed] of rows) {
    for (const category of ['', ...crossed.split(';'), crossed]) {
      const key = `P,${category},${territory}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, value]) => `${key},${value}`);
}

it('takes whatever was counted of people, and takes nothing that does not add up', () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(people, fc.array(cell, { maxLength: 2 }), (rows, spoilt) => {
      const given = countedFrom(rows);
      expect(refusals(...given)).toEqual([]);

      const keys = new Set(spoilt.map(({ category, territory }) => `P,${category},${territory},`));
      const kept = given.filter((line) => ![...keys].some((key) => line.startsWith(key)));
      const changed = [
        ...kept,
        ...spoilt.map(({ category, territory, value }) => `P,${category},${territory},${value}`),
      ];
      const { lines, problems } = readFigures(DATASET, [HEADER, ...changed].join('\n'));
      const all = problems.length > 0 ? problems : judgeFigures(DATASET, lines);
      if (all.length > 0) refused++;
      else taken++;
      expect(all.length === 0).toBe(problems.length === 0 && addsUp(lines));
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});

/** By another way than the code's: every sum over each trait, written out. */
function addsUp(lines: readonly FigureLine[]): boolean {
  const at = (category: string, territory: string) =>
    lines.find((line) => line.category === category && line.territory === territory)?.value ?? 0;
  const isGiven = (categories: string[]) => lines.some(({ category }) => categories.includes(category));
  const [sexes, jobs, both] = [['SEX'], ['EMPLOYMENT'], ['SEX', 'EMPLOYMENT']].map(categoriesOf) as [
    string[],
    string[],
    string[],
  ];
  const sum = (categories: string[], territory: string) =>
    categories.reduce((total, category) => total + at(category, territory), 0);
  return [KRAKOW, TRZEBINIA].every(
    (territory) =>
      (!isGiven(sexes) || sum(sexes, territory) === at('', territory)) &&
      (!isGiven(jobs) || sum(jobs, territory) === at('', territory)) &&
      (!isGiven(both) ||
        [...sexes, ...jobs].every(
          (one) =>
            sum(
              both.filter((crossed) => crossed.split(';').includes(one)),
              territory,
            ) === at(one, territory),
        )),
  );
}

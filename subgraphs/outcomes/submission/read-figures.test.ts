import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import {
  SMALL_DATASET as DATASET,
  FIGURES_HEADER as HEADER,
  judge,
  refusals,
} from '../../../test/kit/small-dataset.ts';
import { readFigures } from './read-figures.ts';

const [KRAKOW, TRZEBINIA] = ['PL_1261011', 'PL_1203053'];

describe('a line', () => {
  it('is a count in the unit of its indicator, measured where it does not say', () => {
    const csv = `value,basis,territory,category,indicator\n12,,${KRAKOW},,P\n37.5,ESTIMATE,${KRAKOW},,H`;

    expect(readFigures(DATASET, csv).lines).toEqual([
      { line: 2, indicator: 'P', category: '', territory: KRAKOW, value: 12, basis: 'MEASURED' },
      { line: 3, indicator: 'H', category: '', territory: KRAKOW, value: 3750, basis: 'ESTIMATE' },
    ]);
  });

  it.each([
    [`P,,${KRAKOW},12`, []],
    [`P,,${KRAKOW},0`, []],
    [`P,,${KRAKOW},9007199254740991`, []],
    ['P,,PL213,12', []], // NUTS 3 is local
    [`X,,${KRAKOW},12`, ['2:indicator']],
    [`MADE,,${KRAKOW},12`, ['2:indicator']],
    [`,,${KRAKOW},12`, ['2:indicator']],
    [`P,SEX=X,${KRAKOW},12`, ['2:category']],
    [`P,SEX,${KRAKOW},12`, ['2:category']],
    [`P,SEX=F;EMPLOYMENT=INACTIVE,${KRAKOW},12`, ['2:category']], // traits in the order of their codes
    [`P,DISABILITY=YES,${KRAKOW},12`, ['2:category']], // a trait that is none of this indicator
    [`H,SEX=F,${KRAKOW},12`, ['2:category']],
    ['P,,Kraków,12', ['2:territory']],
    ['P,,PL21,12', ['2:territory']],
    ['P,,PL,12', ['2:territory']],
    ['P,,EU,12', ['2:territory']],
    [`P,,${KRAKOW},`, ['2:value']],
    [`P,,${KRAKOW},twelve`, ['2:value']],
    [`P,,${KRAKOW},-1`, ['2:value']],
    [`P,,${KRAKOW},1e3`, ['2:value']],
    [`P,,${KRAKOW},12.0`, ['2:value']],
    [`P,,${KRAKOW},9007199254740992`, ['2:value']],
    [`P,,${KRAKOW},${'9'.repeat(500)}`, ['2:value']],
    [`H,,${KRAKOW},1.234`, ['2:value']],
    [`H,,${KRAKOW},90071992547409.92`, ['2:value']],
    [`P,,${KRAKOW}`, ['2:null']],
  ])('%j has the problems %j', (line, expected) => {
    expect(refusals(line)).toEqual(expected);
  });

  it('says what else it could have been', () => {
    const reasons = judge(HEADER, `X,,${KRAKOW},1`, `P,SEX=X,${KRAKOW},1`, `H,,${KRAKOW},1.234`).map(
      ([, , why]) => why,
    );

    expect(reasons).toEqual([
      '"X" is no indicator of TEST, which counts P, H',
      '"SEX=X" is no category of P, which is broken down by SEX, EMPLOYMENT, EMPLOYMENT;SEX, as in SEX=F',
      '"1.234" has more than 2 digits behind the point',
    ]);
  });

  it('stands once alone', () => {
    expect(judge(HEADER, `P,,${KRAKOW},3`, `P,,${TRZEBINIA},3`, `P,,${KRAKOW},3`)).toEqual([
      [4, null, 'counts what line 2 counts, too'],
    ]);
  });

  it('has a basis out of the list', () => {
    expect(judge(`${HEADER},basis`, `P,,${KRAKOW},3,GUESS`).map(([line, column]) => [line, column])).toEqual([
      [2, 'basis'],
    ]);
  });
});

it('names a column that is missing, or is none', () => {
  expect(judge('indicator,category,territory,amount').map(([, column]) => column)).toEqual(['value', 'amount']);
});

it('takes a header alone: there was nothing', () => {
  expect(judge(HEADER)).toEqual([]);
});

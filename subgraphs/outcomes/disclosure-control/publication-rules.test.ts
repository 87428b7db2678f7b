import { expect, it } from '@jest/globals';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { objectionsTo, type Publication } from './publication-rules.ts';

const { LOCAL, REGIONAL } = TerritoryLevel;
const STATUS = { whole: 'EECO01', parts: ['EECO02', 'EECO04', 'EECO05'] };
const UNEMPLOYED = { whole: 'EECO02', parts: ['EECO03', 'unemployed for less than a year'] };

const publication = (change: Partial<Publication>): Publication => ({
  indicator: 'EECO01',
  level: LOCAL,
  period: '2026',
  measure: 'FLOW',
  ...change,
});
const objections = (...changes: Partial<Publication>[]) => objectionsTo(changes.map(publication), [STATUS, UNEMPLOYED]);

it('lets no indicator be published locally beside one that it is a part of', () => {
  expect(objections({}, { indicator: 'EECO02' })).toEqual([
    'EECO01 and EECO02 are parts of the same people: locally only one of them is published.',
  ]);
  expect(objections({}, { indicator: 'EECO02', level: REGIONAL })).toEqual([]);
  expect(objections({ level: REGIONAL }, { indicator: 'EECO02', level: REGIONAL })).toEqual([]);
  expect(objections({}, { indicator: 'EECO18' })).toEqual([]);
});

it('sees that a part of a part is one, too, and that parts together are the whole', () => {
  expect(objections({}, { indicator: 'EECO03' })).toHaveLength(1);
  expect(objections({ indicator: 'EECO04' }, { indicator: 'EECO05' })).toHaveLength(1);
});

it('lets a flow be published for a year or for its parts, not both', () => {
  expect(objections({}, { period: '2026-Q3' })).toEqual([
    'EECO01 would be published for 2026 and for 2026-Q3, of which one is a part of the other: ' +
      'at the level LOCAL, publish the whole or its parts.',
  ]);
  expect(objections({ period: '2026-S2' }, { period: '2026-Q3' })).toHaveLength(1);
  expect(objections({ period: '2026-Q3' }, { period: '2026-09' })).toHaveLength(1);
  expect(objections({ period: '2026-S1' }, { period: '2026-Q3' })).toEqual([]);
  expect(objections({ period: '2026-Q3' }, { period: '2026-10' })).toEqual([]);
  expect(objections({}, { period: '2027-S1' })).toEqual([]);
});

it('lets a stock be published for a year and for its quarters, for they do not add up', () => {
  expect(objections({ measure: 'STOCK' }, { measure: 'STOCK', period: '2026-Q4' })).toEqual([]);
});

it('lets a year be published at one level, and its halves at another', () => {
  expect(objections({}, { level: REGIONAL, period: '2026-S1' })).toEqual([]);
});

it.each(['26', '2026-Q5', '2026-S3', '2026-13', '2026-9', '2026-W10', '2026-Q0'])(
  'refuses %p, which is no period',
  (period) => {
    expect(() => objections({ period }, {})).toThrow(`"${period}" is no period.`);
  },
);

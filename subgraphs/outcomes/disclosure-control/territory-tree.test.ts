import { expect, it } from '@jest/globals';
import { allTerritories, TerritoryLevel } from '../../../shared/territory/territory.ts';
import { countTable } from './count-table.ts';
import { type Place, territoryTree } from './territory-tree.ts';
import { thresholdsOf } from './thresholds.ts';

const place = (code: string, parentCode: string | null = null): Place => ({
  code,
  parentCode,
  level: TerritoryLevel.LOCAL,
});
const subject = { indicator: 'EECO01', category: null, period: '2026', release: 1 };
const count = (places: Place[], counts: Record<string, number>) =>
  countTable(subject, territoryTree(places), new Map(Object.entries(counts)), thresholdsOf());

it('takes the territories of the hub, parents before their children', () => {
  const tree = territoryTree(allTerritories());
  const places = new Map(tree.map((node, index) => [node, index]));

  expect(tree).toHaveLength(allTerritories().length);
  expect(tree.every((node, index) => node.parent === null || (places.get(node.parent) ?? index) < index)).toBe(true);
});

it('knows that NUTS 3 Miasto Kraków is exactly the municipality, and Luxembourg exactly one region', () => {
  const levels = new Map(territoryTree(allTerritories()).map(({ code, level }) => [code, level]));

  expect(levels.get('PL213')).toBe(TerritoryLevel.LOCAL);
  expect(levels.get('PL21')).toBe(TerritoryLevel.REGIONAL);
  expect(levels.get('LU')).toBe(TerritoryLevel.LOCAL);
  expect(levels.get('PL')).toBe(TerritoryLevel.NATIONAL);
});

it('refuses territories that are there twice, under each other, or under none of the others', () => {
  expect(() => territoryTree([place('a'), place('b', 'a'), place('b', 'a')])).toThrow('b is in the dataset twice');
  expect(() => territoryTree([place('a', 'b'), place('b', 'a')])).toThrow('no root is above it');
  expect(() => territoryTree([place('a'), place('b', 'x')])).toThrow(
    'b is in the dataset, but no root is above it; x is',
  );
});

it('sums counts up, and takes those of territories that were not counted for zero', () => {
  const { cells } = count([place('p'), place('a', 'p'), place('b', 'p'), place('c', 'p')], { a: 3, b: 40 });

  expect(cells.map(({ value }) => value)).toEqual([43, 3, 40, 0]);
});

it('refuses what is no count, what would count somebody twice, and territories that it does not know', () => {
  const places = [place('p'), place('a', 'p')];

  for (const wrong of [-1, 1.5, Number.NaN])
    expect(() => count(places, { a: wrong })).toThrow(`EECO01 is ${wrong} in a.`);
  expect(() => count(places, { p: 3 })).toThrow('Count each person in one place.');
  expect(() => count(places, { x: 3 })).toThrow('outside of the dataset');
});

import { expect, it } from '@jest/globals';
import { allTerritories, childrenOf, findTerritory, TerritoryScheme, territoryOf } from './territory.ts';

const all = allTerritories();
const ofScheme = (scheme: TerritoryScheme) => all.filter((territory) => territory.scheme === scheme);
const nuts = ofScheme(TerritoryScheme.NUTS2024);
const codesOf = (territories: readonly { code: string }[]) => territories.map(({ code }) => code);

/** How many countries, NUTS 1, 2 and 3. */
const bySize = (codes: string[]) => [2, 3, 4, 5].map((length) => codes.filter((code) => code.length === length).length);

it('holds the European Union of 27 and all its regions', () => {
  const members = nuts.filter(({ path }) => path.startsWith('EU/'));

  expect(bySize(codesOf(members))).toEqual([27, 92, 244, 1165]);
  expect(codesOf(childrenOf('EU'))).toHaveLength(27);
});

it('holds the other countries as roots of their own', () => {
  const others = nuts.filter(({ path }) => !path.startsWith('EU/'));
  const roots = others.filter(({ parentCode }) => parentCode === null);

  expect(codesOf(roots).join(' ')).toBe('AL CH IS LI ME MK NO RS TR UA XK');
  expect(bySize(codesOf(others))).toEqual([11, 22, 52, 180]);
  expect(territoryOf('UA').path).toBe('UA/');
});

it('holds all of Poland down to the municipality, and the districts of Kraków', () => {
  const polish = codesOf(nuts.filter(({ code }) => code.startsWith('PL')));

  expect(bySize(polish)).toEqual([1, 7, 17, 73]);
  expect(ofScheme(TerritoryScheme.TERYT)).toHaveLength(380);
  expect(ofScheme(TerritoryScheme.LAU)).toHaveLength(2477);
  expect(ofScheme(TerritoryScheme.LOCAL)).toHaveLength(18);
});

it('knows that NUTS 3 Miasto Kraków is one county, one municipality and eighteen districts', () => {
  expect(codesOf(childrenOf('PL213'))).toEqual(['PL_1261']);
  expect(codesOf(childrenOf('PL_1261'))).toEqual(['PL_1261011']);
  expect(childrenOf('PL_1261011')).toHaveLength(18);
  expect(childrenOf('PL_1261011-D18')).toEqual([]);
});

it('has no name with a space too many, and none with a trace of the file it came from', () => {
  expect(all.filter(({ name }) => name === '' || name !== name.split(/\s+/).join(' ').trim())).toEqual([]);
  expect(all.filter(({ name }) => /[";\r]/.test(name))).toEqual([]);
  expect(territoryOf('DE111').name).toBe('Stuttgart, Stadtkreis');
});

it('counts no municipality twice: neither its parts nor an earlier kind of it', () => {
  const codes = codesOf(ofScheme(TerritoryScheme.LAU));

  expect(codes.filter((code) => !/^PL_\d{6}[123]$/.test(code))).toEqual([]);
  expect(new Set(codes.map((code) => code.slice(0, -1))).size).toBe(codes.length);
  expect(['PL_1201064', 'PL_1201065', 'PL_1465028', 'PL_1261039'].map(findTerritory)).toEqual([null, null, null, null]);
});

it('puts the counties of each voivodeship into one region, or into the two of Mazowieckie', () => {
  const regions = new Map<string, Set<string>>();
  for (const { code, path } of ofScheme(TerritoryScheme.TERYT)) {
    const voivodeship = code.slice(3, 5);
    regions.set(voivodeship, (regions.get(voivodeship) ?? new Set()).add(path.split('/')[3] ?? ''));
  }

  const mazowieckie = regions.get('14');
  regions.delete('14');
  expect([...(mazowieckie ?? [])].sort()).toEqual(['PL91', 'PL92']);
  expect([...regions.values()].map((codes) => codes.size)).toEqual(Array(15).fill(1));
  expect(new Set([...regions.values()].flatMap((codes) => [...codes])).size).toBe(15);
});

it('leaves no NUTS 3 of Poland without a county and no county without a municipality', () => {
  const parents = all.filter(({ code }) => /^PL(...|_\d{4})$/.test(code));

  expect(parents).toHaveLength(73 + 380);
  expect(parents.filter(({ code }) => childrenOf(code).length === 0)).toEqual([]);
});

it('has Żory in Rybnicki, where the map alone had put it into Tyski', () => {
  expect(territoryOf('PL_2479')).toMatchObject({
    name: 'Żory',
    parentCode: 'PL227',
  });
});

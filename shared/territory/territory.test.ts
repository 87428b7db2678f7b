import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allTerritories, childrenOf, TerritoryLevel, TerritoryScheme, territoryOf } from './territory.ts';

const all = allTerritories();
const codesOf = (territories: readonly { code: string }[]) => territories.map(({ code }) => code);

function subtree(code: string): string[] {
  return [code, ...childrenOf(code).flatMap((child) => subtree(child.code))];
}

/** As SQL reads it: `_` is any one character, and at the end comes a `%`. */
function like(prefix: string): RegExp {
  return new RegExp(`^${prefix.replaceAll('_', '.')}`);
}

it('names each territory once, after its parent', () => {
  const seen = new Set<string>();

  for (const { code, parentCode } of all) {
    if (parentCode !== null && !seen.has(parentCode)) throw new Error(`${code} comes before ${parentCode}`);
    seen.add(code);
  }

  expect(seen.size).toBe(all.length);
});

it('repeats no more of an unknown code than anybody reads', () => {
  expect(() => territoryOf('x'.repeat(300_000))).toThrow(/^.{200,600}$/);
});

it('makes the path of each territory from that of its parent', () => {
  const wrong = all.filter(
    ({ code, parentCode, path }) => path !== `${parentCode === null ? '' : territoryOf(parentCode).path}${code}/`,
  );

  expect(wrong).toEqual([]);
  expect(territoryOf('PL_1261011-D18').path).toBe('EU/PL/PL2/PL21/PL213/PL_1261/PL_1261011/PL_1261011-D18/');
});

it('finds by its path a territory and all beneath it and nothing else', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), ({ code, path }) => {
      const pattern = like(path);
      const found = all.filter((territory) => pattern.test(territory.path));

      expect(codesOf(found).sort()).toEqual(subtree(code).sort());
    }),
    {
      examples: ['EU', 'PL9', 'PL213', 'PL_1261'].map((code) => [territoryOf(code)]),
    },
  );
});

it('orders the children of each territory by code', () => {
  const unordered = all.filter(({ code }) => {
    const codes = codesOf(childrenOf(code));
    return codes.join() !== codes.toSorted().join();
  });

  expect(unordered).toEqual([]);
  expect(codesOf(childrenOf('PL21'))).toEqual(['PL213', 'PL214', 'PL217', 'PL218', 'PL219', 'PL21A']);
});

it('tells level, scheme and name', () => {
  const { EUROPEAN, NATIONAL, REGIONAL, LOCAL } = TerritoryLevel;
  const told = ['EU', 'PL', 'PL2', 'PL21', 'PL213', 'PL_1201', 'PL_1261011', 'PL_1261011-D18', 'EL'].map((code) => {
    const { level, scheme, name } = territoryOf(code);
    return [level, scheme, name];
  });

  expect(told).toEqual([
    [EUROPEAN, TerritoryScheme.EU, 'European Union'],
    [NATIONAL, TerritoryScheme.NUTS2024, 'Polska'],
    [REGIONAL, TerritoryScheme.NUTS2024, 'Makroregion południowy'],
    [REGIONAL, TerritoryScheme.NUTS2024, 'Małopolskie'],
    [LOCAL, TerritoryScheme.NUTS2024, 'Miasto Kraków'],
    [LOCAL, TerritoryScheme.TERYT, 'bocheński'],
    [LOCAL, TerritoryScheme.LAU, 'Kraków'],
    [LOCAL, TerritoryScheme.LOCAL, 'Nowa Huta'],
    [NATIONAL, TerritoryScheme.NUTS2024, 'Ελλάδα'],
  ]);
});

it('tells since when the lists hold', () => {
  expect(territoryOf('EU')).toMatchObject({
    validFrom: '2020-02-01',
    validTo: null,
  });
  expect(new Set(all.slice(1).map(({ validFrom }) => validFrom))).toEqual(new Set(['2024-01-01']));
});

it('lets nobody change what all share', () => {
  expect(Object.isFrozen(territoryOf('PL213'))).toBe(true);
});

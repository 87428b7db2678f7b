import { echo } from '../errors/echo.ts';
import { perhapsMeant } from './perhaps-meant.ts';
import {
  type Listed,
  readKrakowDistricts,
  readNuts,
  readPolishCounties,
  readPolishMunicipalities,
} from './territory.data.ts';

export enum TerritoryLevel {
  EUROPEAN = 'EUROPEAN',
  NATIONAL = 'NATIONAL',
  REGIONAL = 'REGIONAL',
  LOCAL = 'LOCAL',
}

/** Who gives the code: `LOCAL` codes are our own. */
export enum TerritoryScheme {
  EU = 'EU',
  NUTS2024 = 'NUTS2024',
  TERYT = 'TERYT',
  LAU = 'LAU',
  LOCAL = 'LOCAL',
}

export interface Territory {
  readonly code: string;
  /** In the language, and the script, of the place. */
  readonly name: string;
  readonly level: TerritoryLevel;
  readonly scheme: TerritoryScheme;
  readonly parentCode: string | null;
  /**
   * The codes from the root down to this one, each followed by a slash, so that `path LIKE '<path of T>%'` finds T and
   * all beneath it and nothing else. LIKE reads the `_` of a code as any character, but no other code fits.
   */
  readonly path: string;
  /** From which day the list holds that names the territory, not since when the territory exists. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Says what a code looks like and, where one is near, which was perhaps meant. */
export class UnknownTerritory extends Error {
  /** As it was asked for. */
  readonly code: string;
  /** What is perhaps meant; null where nothing is near. */
  readonly meant: Territory | null;

  constructor(code: string, meant: Territory | null) {
    const hint = meant ? ` Perhaps ${meant.code} (${meant.name}) is meant.` : '';
    super(
      `No territory has the code ${JSON.stringify(echo(code))}. A code is EU, a NUTS 2024 code such as PL, PL21 or PL213, ` +
        `or in Poland a county (PL_1261), a municipality (PL_1261011) or a district (PL_1261011-D18).${hint}`,
    );
    this.name = new.target.name;
    this.code = code;
    this.meant = meant;
  }
}

/** Null where no such code exists. */
export function findTerritory(code: string): Territory | null {
  return tree().byCode.get(code) ?? null;
}

/** For a code that must exist: throws `UnknownTerritory`, which says what is perhaps meant. */
export function territoryOf(code: string): Territory {
  const territory = findTerritory(code);
  if (!territory) throw new UnknownTerritory(code, perhapsMeant(code, tree().byCode));

  return territory;
}

/** One level down, ordered by code; throws `UnknownTerritory` like `territoryOf`. */
export function childrenOf(code: string): readonly Territory[] {
  return tree().children.get(territoryOf(code).code) ?? [];
}

/** Parents come before their children. */
export function allTerritories(): readonly Territory[] {
  return [...tree().byCode.values()];
}

interface Tree {
  byCode: Map<string, Territory>;
  children: Map<string, Territory[]>;
}

let grown: Tree | undefined;

/** Read at the first question and kept for the life of the process. */
function tree(): Tree {
  grown ??= grow();
  return grown;
}

/** Each list stands on the one before it, and each is ordered by code. */
function grow(): Tree {
  const byCode = new Map<string, Territory>();
  const children = new Map<string, Territory[]>();

  const add = (listed: Listed, scheme: TerritoryScheme, level: TerritoryLevel, validFrom: string) => {
    const { code, name, parentCode } = listed;
    const parent = parentCode === null ? null : byCode.get(parentCode);
    if (parent === undefined) throw new Error(`The lists name ${code} before its parent ${parentCode}.`);
    if (byCode.has(code)) throw new Error(`The lists name ${code} twice.`);

    const path = `${parent?.path ?? ''}${code}/`;
    const territory = Object.freeze({
      code,
      name,
      level,
      scheme,
      parentCode,
      path,
      validFrom,
      validTo: null,
    });
    byCode.set(code, territory);
    children.set(code, []);
    if (parent) children.get(parent.code)?.push(territory);
  };

  // The EU has had these 27 members since 1 February 2020; the lists are those of 1 January 2024.
  const union = { code: 'EU', name: 'European Union', parentCode: null };
  add(union, TerritoryScheme.EU, TerritoryLevel.EUROPEAN, '2020-02-01');
  for (const row of readNuts()) add(row, TerritoryScheme.NUTS2024, nutsLevel(row.code), '2024-01-01');
  for (const row of readPolishCounties()) add(row, TerritoryScheme.TERYT, TerritoryLevel.LOCAL, '2024-01-01');
  for (const row of readPolishMunicipalities()) add(row, TerritoryScheme.LAU, TerritoryLevel.LOCAL, '2024-01-01');
  for (const row of readKrakowDistricts()) add(row, TerritoryScheme.LOCAL, TerritoryLevel.LOCAL, '2024-01-01');
  return { byCode, children };
}

/** A country has two characters, and each level beneath it one more. */
function nutsLevel(code: string): TerritoryLevel {
  if (code.length === 2) return TerritoryLevel.NATIONAL;
  return code.length <= 4 ? TerritoryLevel.REGIONAL : TerritoryLevel.LOCAL;
}

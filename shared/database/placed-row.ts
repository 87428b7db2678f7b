import { Property } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { Invalid } from '../errors/domain-error.ts';
import { echo } from '../errors/echo.ts';
import { type Territory, territoryOf, UnknownTerritory } from '../territory/territory.ts';
import { OwnedRow } from './owned-row.ts';

/** A row that belongs to a territory, and keeps its path: so a filter by territory is one index condition. */
@ObjectType()
export abstract class PlacedRow extends OwnedRow {
  @Property({ type: 'text' })
  territoryCode: string;

  @Property({ type: 'text', collation: 'C', index: true })
  territoryPath: string;

  /** Throws Invalid for a code that is no territory. */
  placeIn(code: string): void {
    const { path } = knownTerritory(code);
    this.territoryCode = code;
    this.territoryPath = path;
  }
}

/**
 * The condition for all rows in a territory and beneath it; none where no territory is asked for.
 * Throws Invalid for a code that is no territory.
 */
export function withinTerritory(code: string | null | undefined): { territoryPath?: { $like: string } } {
  if (code == null) return {};
  const literal = knownTerritory(code).path.replaceAll('_', '\\_'); // in LIKE, `_` stands for any character
  return { territoryPath: { $like: `${literal}%` } };
}

/** Finds a territory; throws Invalid, with a hint, for a code that is none. */
export function knownTerritory(code: string): Territory {
  try {
    return territoryOf(code);
  } catch (error) {
    if (error instanceof UnknownTerritory) throw new Invalid(error.message, { field: 'territory', value: echo(code) });
    throw error;
  }
}

import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { Release } from './release.ts';

/**
 * All that is published of one territory in a release: a value for each of the release's columns, null where it is not
 * published. A territory of the release without a row has 0 in every count and no quotient.
 */
@Entity()
export class PublishedFigures {
  @ManyToOne(() => Release, { mapToPk: true, fieldName: 'release_id', primary: true })
  releaseId: string;

  @PrimaryKey({ type: 'text' })
  territoryCode: string;

  @Enum({ items: () => TerritoryLevel, type: 'string', columnType: 'text' })
  level: TerritoryLevel;

  @Property({ type: 'array', columnType: 'bigint[]' })
  values: (string | null)[];
}

/** The true values where `PublishedFigures` has null, and null where it has a value; for making later releases alone. */
@Entity()
export class WithheldFigures {
  @ManyToOne(() => Release, { mapToPk: true, fieldName: 'release_id', primary: true })
  releaseId: string;

  @PrimaryKey({ type: 'text' })
  territoryCode: string;

  @Property({ type: 'array', columnType: 'bigint[]' })
  values: (string | null)[];
}

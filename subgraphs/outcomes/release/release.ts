import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Node } from '../../../shared/node/node.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { FigureColumn } from '../dataset/figure-column.ts';
import { Network } from '../network/network.ts';
import type { Basis } from '../submission/submission.ts';

export enum ReleaseStatus {
  /** Assembled, protected and audited. */
  DRAFT = 'DRAFT',
  APPROVED = 'APPROVED',
  PUBLISHED = 'PUBLISHED',
  /** A later release of the same network, dataset and period is published. */
  SUPERSEDED = 'SUPERSEDED',
  /** Never published. */
  DISCARDED = 'DISCARDED',
}

registerEnumType(ReleaseStatus, { name: 'ReleaseStatus', description: 'How far a release has come.' });

/** A column with the weakest basis of all that was summed into it. */
export interface ReleasedColumn extends FigureColumn {
  readonly basis: Basis;
}

/** What a network publishes of a dataset and a period, for its territory and all beneath it. Once published, its figures never change. */
@Entity()
@ObjectType({ implements: Node, description: 'What a network publishes of a dataset and a period.' })
@Directive('@key(fields: "id")')
export class Release extends PlacedRow {
  @ManyToOne(() => Network, { mapToPk: true, fieldName: 'network_id' })
  networkId: string;

  /** That of the network. */
  @Enum({ items: () => TerritoryLevel, type: 'string', columnType: 'text' })
  level: TerritoryLevel;

  @Property({ type: 'text' })
  dataset: string;

  @Property({ type: 'text' })
  period: string;

  /** 1 for the first of this network, dataset and period. */
  @Property({ type: 'integer' })
  @Field(() => Int, { description: '1 for the first of this network, dataset and period.' })
  number: number;

  @Enum({ items: () => ReleaseStatus, type: 'string', columnType: 'text' })
  status: ReleaseStatus = ReleaseStatus.DRAFT;

  /** The last day on which somebody signed off what is in it. */
  @Property({ type: 'date' })
  asOf: string;

  /** What each place in the arrays of `published_figures` is. */
  @Property({ type: 'json', columnType: 'jsonb' })
  columns: ReleasedColumn[];

  /** What was left out to protect people, each a sentence for the public. */
  @Property({ type: 'array', columnType: 'text[]' })
  notes: string[] = [];

  /** The organisations whose submissions are in it. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  contributors: string[] = [];

  /** The submissions that were summed. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  submissionIds: string[] = [];

  /** SHA-256 of the published figures, see `release-hash.ts`. */
  @Property({ type: 'text' })
  hash: string;

  @Property({ type: 'text', nullable: true })
  approvedBy: string | null = null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  publishedAt: Date | null = null;

  /** In which order this hub published, from 1 on. */
  @Property({ type: 'integer', nullable: true, unique: true })
  sequence: number | null = null;
}

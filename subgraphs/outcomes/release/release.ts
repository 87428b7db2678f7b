import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { today } from '../../../shared/write/today.ts';
import type { FigureColumn } from '../dataset/figure-column.ts';
import { Network } from '../network/network.ts';
import type { Basis } from '../submission/submission.ts';
import { resolveTerritory } from '../territory/territory.resolver.ts';
import { Territory } from '../territory/territory.ts';

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

registerEnumType(ReleaseStatus, {
  name: 'ReleaseStatus',
  description:
    'DRAFT → APPROVED → PUBLISHED → SUPERSEDED, by a later release of the same network, dataset and period; DISCARDED is never published. The public sees those that are, or were, published.',
});

/** A column with the weakest basis of all that was summed into it. */
export interface ReleasedColumn extends FigureColumn {
  readonly basis: Basis;
}

@Entity()
@ObjectType({
  implements: Node,
  description:
    'What a network publishes of a dataset and a period, for its territory and all beneath it. Nobody sees its figures before everybody does. Once it is approved, they never change; a correction is another release.',
})
@Directive('@key(fields: "id")')
export class Release extends PlacedRow {
  @ManyToOne(() => Network, { mapToPk: true, fieldName: 'network_id' })
  networkId: string;

  @Enum({ items: () => TerritoryLevel, type: 'string', columnType: 'text' })
  @Field(() => TerritoryLevel, { description: 'That of the network.' })
  level: TerritoryLevel;

  @Property({ type: 'text' })
  dataset: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'A year (2026), a half (2026-S1) or a quarter (2026-Q3).' })
  period: string;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: '1 for the first that is published of this network, dataset and period, 2 for its first revision.',
  })
  number: number;

  @Enum({ items: () => ReleaseStatus, type: 'string', columnType: 'text' })
  @Field(() => ReleaseStatus)
  status: ReleaseStatus = ReleaseStatus.DRAFT;

  @Property({ type: 'date', onCreate: () => today() })
  @Field(() => GraphQLLocalDate)
  assembledOn: string;

  /** All that was published up to here was taken into account: the `sequence` of the last one, or 0. */
  @Property({ type: 'integer', default: 0 })
  assembledAfter = 0;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day on which somebody signed off what is in it.' })
  asOf: string;

  /** What each place in the arrays of `published_figures` is. */
  @Property({ type: 'json', columnType: 'jsonb' })
  columns: ReleasedColumn[];

  @Property({ type: 'array', columnType: 'text[]' })
  @Field(() => [String], { description: 'What was left out to protect people.' })
  notes: string[] = [];

  /** The organisations whose submissions are in it. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  contributors: string[] = [];

  /** The submissions that were summed. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  submissionIds: string[] = [];

  /** From it a figure that is one of a few can be found out by trying: so it is shown with the figures, and not before. */
  @Property({ type: 'text' })
  hash: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The function, not the name, of who approved it.' })
  approvedBy: string | null = null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true })
  publishedAt: Date | null = null;

  /** In which order this hub published, from 1 on. */
  @Property({ type: 'integer', nullable: true, unique: true })
  sequence: number | null = null;

  @Field(() => Territory, { nullable: true, description: "The network's; its figures are of this and all beneath it." })
  get territory(): Territory | null {
    return resolveTerritory({ code: this.territoryCode });
  }

  approve(by: string): void {
    mustBe(this, 'approved', ReleaseStatus.DRAFT);
    this.status = ReleaseStatus.APPROVED;
    this.approvedBy = by;
  }

  /** Throws CONFLICT for one that cannot be published as it is. */
  assertApproved(): void {
    mustBe(this, 'published', ReleaseStatus.APPROVED);
  }

  publish(sequence: number, at: Date): void {
    this.assertApproved();
    this.status = ReleaseStatus.PUBLISHED;
    this.sequence = sequence;
    this.publishedAt = at;
  }

  supersede(): void {
    mustBe(this, 'superseded', ReleaseStatus.PUBLISHED);
    this.status = ReleaseStatus.SUPERSEDED;
  }

  discard(): void {
    mustBe(this, 'discarded', ReleaseStatus.DRAFT, ReleaseStatus.APPROVED);
    this.status = ReleaseStatus.DISCARDED;
  }
}

function mustBe({ id, status }: Release, become: string, ...statuses: ReleaseStatus[]): void {
  if (statuses.includes(status)) return;
  throw new DomainError(
    'CONFLICT',
    `Only a release that is ${statuses.join(' or ')} can be ${become}; this one is ${status}.`,
    { guard: 'status', id, status },
  );
}

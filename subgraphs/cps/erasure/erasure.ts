import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { pseudonymDigest } from '../../../shared/people/pseudonym-digest.ts';
import type { Beneficiary } from '../beneficiary/beneficiary.ts';
import { ErasurePart, ErasureStatus } from './erasure-part.ts';

export enum ErasureReason {
  PERSONS_REQUEST = 'PERSONS_REQUEST',
  UNLAWFUL = 'UNLAWFUL',
  ENTERED_BY_MISTAKE = 'ENTERED_BY_MISTAKE',
  RETENTION_OVER = 'RETENTION_OVER',
}
registerEnumType(ErasureReason, {
  name: 'ErasureReason',
  description: 'A closed list, so that no free text tells who it was. RETENTION_OVER is the daily job: nobody asked.',
});

/** Partners have a month to answer (Article 12(3) GDPR). */
const MOST_DAYS = 30;

const MayErase = RequiresScopes('people:erase');

@Entity()
@ObjectType({
  description:
    'That somebody was erased. The Centre holds nothing of the person from then on; each partner that knew the person by a pseudonym answers for its own part.',
})
@MayErase
export class Erasure extends OwnedRow {
  @Field(() => ID)
  @MayErase
  override get id(): string {
    return super.id;
  }

  @Field(() => String, { nullable: true, description: 'Always null: it was born in the hub.' })
  @MayErase
  override source: string | null;

  @Field(() => Int, { description: 'Grows with each change.' })
  @MayErase
  override version: number;

  @Enum({ items: () => ErasureReason, type: 'string', columnType: 'text' })
  @Field(() => ErasureReason)
  @MayErase
  reason: ErasureReason;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Field(() => GraphQLDateTime)
  @MayErase
  requestedAt: Date = new Date();

  /** By which a person that a restored backup brings back is known, and erased again. */
  @Property({ type: 'text' })
  pseudonymDigest: string;

  /** Dead as it is, it is kept until the institutions have answered: they may have to be asked again. */
  @Property({ type: 'uuid', nullable: true })
  hostPseudonym: string | null;

  @Enum({ items: () => ErasureStatus, type: 'string', columnType: 'text' })
  hostsStatus: ErasureStatus = ErasureStatus.ASKED;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  hostsAnsweredAt: Date | null = null;

  @Field(() => [ErasurePart], { description: 'What became of it, subgraph by subgraph.' })
  @MayErase
  get parts(): ErasurePart[] {
    return [
      { subgraph: 'cps', status: ErasureStatus.ERASED, answeredAt: this.requestedAt },
      { subgraph: 'institutions', status: this.hostsStatus, answeredAt: this.hostsAnsweredAt },
    ];
  }

  @Field(() => Boolean, { description: `A partner has not answered for ${MOST_DAYS} days.` })
  @MayErase
  get isOverdue(): boolean {
    return this.hostsStatus === ErasureStatus.ASKED && Date.now() - this.requestedAt.getTime() > MOST_DAYS * 86_400_000;
  }

  static of({ organisationId }: Beneficiary, hostPseudonym: string, reason: ErasureReason): Erasure {
    const facts = { organisationId, reason, hostPseudonym, pseudonymDigest: pseudonymDigest(hostPseudonym) };
    return Object.assign(new Erasure(), facts);
  }

  /** The institutions' last word counts. */
  heardOfHosts(status: ErasureStatus, at: Date): void {
    this.hostPseudonym = null;
    this.hostsStatus = status;
    this.hostsAnsweredAt = at;
  }
}

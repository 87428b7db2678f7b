import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Partnership } from '../partnership/partnership.ts';
import { Territory } from '../territory/territory.stub.ts';
import { assertReplication, FEWEST_PARTNERS } from './replication.rules.ts';

export enum ReplicationStatus {
  CONSIDERED = 'CONSIDERED',
  READY = 'READY',
  STARTED = 'STARTED',
  ABANDONED = 'ABANDONED',
}
registerEnumType(ReplicationStatus, {
  name: 'ReplicationStatus',
  description: 'Taking the model over is considered, then ready, and then started or abandoned.',
  valuesConfig: {
    READY: { description: `The locality has a defined problem and ${FEWEST_PARTNERS} determined partners or more.` },
    STARTED: { description: 'A partnership came of it.' },
    ABANDONED: { description: 'It came to nothing, ready or not.' },
  },
});

/** What is found out about a locality: whether the model would work there. */
export interface Readiness {
  postIndustrial: boolean;
  definedProblem: string | null;
  determinedPartners: number;
}

@Entity()
@ObjectType({
  implements: Node,
  description: 'Another locality takes the model over from a partnership (replikacja modelu).',
})
@Directive('@key(fields: "id")')
export class Replication extends PlacedRow {
  /** The partnership whose model is taken over. */
  @ManyToOne(() => Partnership, { mapToPk: true, fieldName: 'partnership_id' })
  partnershipId: string;

  @Enum({ items: () => ReplicationStatus, type: 'string', columnType: 'text' })
  @Field(() => ReplicationStatus)
  status: ReplicationStatus = ReplicationStatus.CONSIDERED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  consideredOn: string;

  @Property({ type: 'boolean', nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is a place that lost its industry, as the one for which the model was made.',
  })
  postIndustrial: boolean | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The problem to solve there, once it is defined.' })
  definedProblem: string | null = null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many organisations there are determined to work on it.' })
  determinedPartners: number | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which readiness was last assessed.' })
  assessedOn: string | null = null;

  @ManyToOne(() => Partnership, {
    mapToPk: true,
    fieldName: 'started_partnership_id',
    nullable: true,
    deleteRule: 'no action',
  })
  startedPartnershipId: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  startedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  abandonedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was abandoned.' })
  reason: string | null = null;

  @Field(() => Territory, { nullable: true, description: 'The locality that takes the model over.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  /** Keeps what was found out, and is ready as soon as nothing is missing. */
  assess(on: string, { postIndustrial, definedProblem, determinedPartners }: Readiness): void {
    this.assertOpen('assessed');
    this.assertNotBefore(on);
    const ready = definedProblem !== null && determinedPartners >= FEWEST_PARTNERS;
    if (this.status === ReplicationStatus.READY && !ready) {
      throw this.refusal('is READY already. Where it no longer is in truth, abandon it and consider a new one');
    }
    Object.assign(this, { postIndustrial, definedProblem, determinedPartners, assessedOn: on });
    if (ready) this.status = ReplicationStatus.READY;
  }

  /** The partnership `to` came of it. */
  start(on: string, from: Partnership, to: Partnership): void {
    if (this.status !== ReplicationStatus.READY) throw this.refusal(`is ${this.status}, not READY. ${this.lacks()}`);
    this.assertNotBefore(on);
    const within = to.territoryPath.startsWith(this.territoryPath) || this.territoryPath.startsWith(to.territoryPath);
    if (!within) {
      throw new Invalid(
        `"${to.name}" works for ${to.territoryCode}, and not for ${this.territoryCode}, which takes the model over.`,
        { field: 'startedPartnershipId' },
      );
    }
    if (to.since <= from.since) {
      throw new Invalid(`"${to.name}" was founded on ${to.since}; what it takes over began on ${from.since}.`, {
        field: 'startedPartnershipId',
      });
    }
    Object.assign(this, { status: ReplicationStatus.STARTED, startedOn: on, startedPartnershipId: to.uuid });
  }

  abandon(on: string, reason: string): void {
    this.assertOpen('abandoned');
    this.assertNotBefore(on);
    Object.assign(this, { status: ReplicationStatus.ABANDONED, abandonedOn: on, reason });
  }

  override assertValid(): void {
    assertReplication(this);
  }

  private assertOpen(what: string): void {
    if (this.status === ReplicationStatus.CONSIDERED || this.status === ReplicationStatus.READY) return;
    throw this.refusal(`is ${this.status}: only one that is CONSIDERED or READY can be ${what}`);
  }

  private assertNotBefore(on: string): void {
    const latest = this.assessedOn ?? this.consideredOn;
    if (on >= latest) return;
    throw new Invalid(`For this replication, it happens on ${latest} or later; got ${on}.`, { field: 'on' });
  }

  private lacks(): string {
    if (this.status !== ReplicationStatus.CONSIDERED) return 'Consider a new one';
    const lacking = [
      ...(this.definedProblem === null ? ['a defined problem'] : []),
      ...((this.determinedPartners ?? 0) < FEWEST_PARTNERS ? [`${FEWEST_PARTNERS} determined partners`] : []),
    ];
    return `It lacks ${lacking.join(' and ')}; assess its readiness when it has them`;
  }

  private refusal(what: string): DomainError {
    const facts = { id: this.id, status: this.status };
    return new DomainError('CONFLICT', `The replication in ${this.territoryCode} (${this.id}) ${what}.`, facts);
  }
}

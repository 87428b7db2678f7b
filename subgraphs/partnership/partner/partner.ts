import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { refuseBlank } from '../../../shared/write/refuse-blank.ts';
import { Partnership } from '../partnership/partnership.ts';
import { PartnerRole } from './partner-role.ts';
import { Sector } from './sector.ts';

export enum PartnerStatus {
  INVITED = 'INVITED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  RELEASED = 'RELEASED',
}
registerEnumType(PartnerStatus, {
  name: 'PartnerStatus',
  description: 'A partner is invited and accepts or declines; who accepted may be released later.',
  valuesConfig: { ACCEPTED: { description: 'It works in the partnership.' } },
});

@Entity()
@ObjectType({
  implements: Node,
  description:
    'An organisation in a partnership (partner), in one role: one that has several roles is a partner in each.',
})
@Directive('@key(fields: "id")')
export class Partner extends OwnedRow {
  @ManyToOne(() => Partnership, { mapToPk: true, fieldName: 'partnership_id' })
  partnershipId: string;

  /** The organisation that is the partner; the row itself belongs to the leader. */
  @Property({ type: 'uuid', index: true })
  memberId: string;

  @Enum({ items: () => Sector, type: 'string', columnType: 'text' })
  @Field(() => Sector)
  sector: Sector;

  @Enum({ items: () => PartnerRole, type: 'string', columnType: 'text' })
  @Field(() => PartnerRole)
  role: PartnerRole;

  @Enum({ items: () => PartnerStatus, type: 'string', columnType: 'text' })
  @Field(() => PartnerStatus)
  status: PartnerStatus = PartnerStatus.INVITED;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the partner took upon itself.' })
  duties: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day it joined or, where it has not, was invited.' })
  since: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day, once there is one: it was released, or declined.',
  })
  until: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was released, or declined.' })
  reason: string | null = null;

  accept(on: string): void {
    this.assertInvited('accept');
    this.assertNotBefore(on);
    this.status = PartnerStatus.ACCEPTED;
    this.since = on;
  }

  decline(on: string, reason: string | null): void {
    this.assertInvited('decline');
    this.leave(PartnerStatus.DECLINED, on, reason);
  }

  release(on: string, reason: string): void {
    this.assertAccepted('be released');
    if (this.role === PartnerRole.LEADER) {
      throw this.refusal('leads the partnership. Hand the leadership over first, then it can be released');
    }
    this.leave(PartnerStatus.RELEASED, on, reason);
  }

  /** Ends this row as leader. Makes the row with which `heir`'s organisation leads from that day on. */
  handOver(heir: Partner, on: string): Partner {
    this.assertAccepted('hand the leadership over');
    if (this.role !== PartnerRole.LEADER) {
      throw this.refusal('does not lead. The leadership is handed over from the partner whose role is LEADER');
    }
    if (heir.partnershipId !== this.partnershipId || heir.memberId === this.memberId) {
      throw new Invalid('The leadership goes to another organisation that is a partner of the same partnership.', {
        field: 'to',
      });
    }
    heir.assertAccepted('take the leadership over');
    heir.assertNotBefore(on);
    this.leave(PartnerStatus.RELEASED, on, 'Handed the leadership over.');
    return heir.alsoAs(PartnerRole.LEADER, this.duties, on);
  }

  /** Makes the row with which the same organisation has another role from that day on. */
  alsoAs(role: PartnerRole, duties: string, on: string): Partner {
    return Object.assign(new Partner(), {
      organisationId: this.organisationId,
      partnershipId: this.partnershipId,
      memberId: this.memberId,
      sector: this.sector,
      role,
      duties,
      status: PartnerStatus.ACCEPTED,
      since: on,
    });
  }

  /** Who worked in a partnership that ends is released with it, and what invitations are open come to nothing. */
  endWithPartnership(on: string): void {
    const accepted = this.status === PartnerStatus.ACCEPTED;
    this.leave(accepted ? PartnerStatus.RELEASED : PartnerStatus.DECLINED, on, 'The partnership ended.');
  }

  assertAccepted(act: string): void {
    if (this.status === PartnerStatus.ACCEPTED) return;
    throw this.refusal(`is ${this.status}: only a partner that is ACCEPTED can ${act}`);
  }

  override assertValid(): void {
    const left = this.status === PartnerStatus.DECLINED || this.status === PartnerStatus.RELEASED;
    if (left !== (this.until !== null)) {
      throw new Invalid('A partner has a last day if, and only if, it is RELEASED or DECLINED.', { field: 'until' });
    }
    if (this.until !== null && this.until < this.since) {
      throw new Invalid(`A partner cannot leave (${this.until}) before it joins (${this.since}).`, { field: 'until' });
    }
    if (!left && this.reason !== null) {
      throw new Invalid('Only a partner that is RELEASED or DECLINED has a reason.', { field: 'reason' });
    }
    refuseBlank({ duties: this.duties, reason: this.reason });
  }

  private assertInvited(act: string): void {
    if (this.status === PartnerStatus.INVITED) return;
    throw this.refusal(`is ${this.status}: only one that is INVITED can ${act}. Invite it again, where it left`);
  }

  private assertNotBefore(on: string): void {
    if (on >= this.since) return;
    throw new Invalid(`This happens on ${this.since}, when the partner came, or later; got ${on}.`, { field: 'on' });
  }

  private leave(status: PartnerStatus, on: string, reason: string | null): void {
    this.assertNotBefore(on);
    Object.assign(this, { status, until: on, reason });
  }

  private refusal(what: string): DomainError {
    const facts = { id: this.id, role: this.role, status: this.status };
    return new DomainError('CONFLICT', `The partner ${this.id} (${this.role}) ${what}.`, facts);
  }
}

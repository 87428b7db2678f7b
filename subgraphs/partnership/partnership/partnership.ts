import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { refuseBlank } from '../../../shared/write/refuse-blank.ts';
import { PartnerRole } from '../partner/partner-role.ts';
import { Sector } from '../partner/sector.ts';
import { Territory } from '../territory/territory.stub.ts';

export enum PartnershipStatus {
  FORMING = 'FORMING',
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
}
registerEnumType(PartnershipStatus, {
  name: 'PartnershipStatus',
  description: 'A partnership forms, is active and ends.',
  valuesConfig: {
    FORMING: { description: 'It gathers its partners.' },
    ACTIVE: { description: 'It began its work with partners of all three sectors, one of which leads.' },
  },
});

@Entity()
@ObjectType({
  implements: Node,
  description:
    'Public, private and non-governmental partners of a place, one of which leads (partnerstwo trójsektorowe).',
})
@Directive('@key(fields: "id")')
export class Partnership extends PlacedRow {
  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The problem that the partners determined to solve.' })
  problem: string;

  @Enum({ items: () => PartnershipStatus, type: 'string', columnType: 'text' })
  @Field(() => PartnershipStatus)
  status: PartnershipStatus = PartnershipStatus.FORMING;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day it was founded.' })
  since: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it became active, once it has.' })
  activeSince: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, once there is one.' })
  until: string | null = null;

  @Field(() => Territory, { nullable: true, description: 'The place that the partnership works for.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  /** Begins the work, with the partners that have accepted by then. */
  activate(on: string, accepted: readonly { sector: Sector; role: PartnerRole }[]): void {
    if (this.status !== PartnershipStatus.FORMING) {
      throw this.refusal(`is ${this.status}: only one that is FORMING becomes active`);
    }
    const missing = Object.values(Sector).filter((sector) => !accepted.some((partner) => partner.sector === sector));
    if (missing.length > 0) {
      throw this.refusal(
        `has no accepted partner of the sector ${missing.join(' and none of ')}. It becomes active with one of each`,
        { missingSectors: missing },
      );
    }
    if (!accepted.some(({ role }) => role === PartnerRole.LEADER)) {
      throw this.refusal('has no leader. It becomes active when a partner has accepted the role LEADER');
    }
    this.assertNotBefore(on);
    this.status = PartnershipStatus.ACTIVE;
    this.activeSince = on;
  }

  end(on: string): void {
    if (this.status !== PartnershipStatus.ACTIVE) {
      throw this.refusal(`is ${this.status}: only one that is ACTIVE ends`);
    }
    this.assertNotBefore(on);
    this.status = PartnershipStatus.ENDED;
    this.until = on;
  }

  /** Throws CONFLICT where nothing new begins in it, because it has ended. */
  assertGoesOn(what: string): void {
    if (this.status !== PartnershipStatus.ENDED) return;
    throw this.refusal(`ended on ${this.until}, so ${what}. Take one that is FORMING or ACTIVE`);
  }

  override assertValid(): void {
    refuseBlank({ name: this.name, problem: this.problem });
    if (this.until !== null && this.until < this.since) {
      throw new Invalid(`A partnership cannot end (${this.until}) before it begins (${this.since}).`, {
        field: 'until',
      });
    }
    if ((this.status === PartnershipStatus.ENDED) !== (this.until !== null)) {
      throw new Invalid('A partnership has a last day if, and only if, it is ENDED.', { field: 'until' });
    }
    const isOrWas = this.status !== PartnershipStatus.FORMING;
    if (this.activeSince === null ? this.status === PartnershipStatus.ACTIVE : !isOrWas) {
      throw new Invalid('A partnership has a day on which it became active if, and only if, it did.', {
        field: 'active_since',
      });
    }
    if (this.activeSince !== null && (this.activeSince < this.since || this.activeSince > (this.until ?? '9999'))) {
      throw new Invalid('A partnership becomes active between its first day and its last.', { field: 'active_since' });
    }
  }

  private assertNotBefore(on: string): void {
    const latest = this.activeSince ?? this.since;
    if (on >= latest) return;
    throw new Invalid(`For the partnership "${this.name}", this happens on ${latest} or later; got ${on}.`, {
      field: 'on',
    });
  }

  private refusal(what: string, facts: Record<string, unknown> = {}): DomainError {
    const message = `The partnership "${this.name}" ${what}.`;
    return new DomainError('CONFLICT', message, { ...facts, id: this.id, status: this.status });
  }
}

import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Money } from '../../../shared/money/money.ts';
import { Node } from '../../../shared/node/node.ts';
import { IncentiveScheme } from '../incentive-scheme/incentive-scheme.ts';
import { Manufactory } from '../manufactory/manufactory.stub.ts';
import { cents, toAmount } from '../money/cents.ts';
import { Municipality } from '../municipality/municipality.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.stub.ts';
import { Territory } from '../territory/territory.stub.ts';
import { IncentiveKind } from './incentive-kind.ts';

export enum IncentiveStatus {
  AWARDED = 'AWARDED',
  PAID = 'PAID',
  SETTLED = 'SETTLED',
  REVOKED = 'REVOKED',
}
registerEnumType(IncentiveStatus, {
  name: 'IncentiveStatus',
  description: 'An incentive is awarded, paid in full, and settled; or revoked before it is settled.',
});

const NOT_SETTLED: IncentiveStatus[] = [IncentiveStatus.AWARDED, IncentiveStatus.PAID, IncentiveStatus.REVOKED];

@Entity()
@ObjectType({ implements: Node, description: 'What a municipality awarded to a manufactory.' })
@Directive('@key(fields: "id")')
export class Incentive extends PlacedRow {
  @ManyToOne(() => Municipality, { mapToPk: true, fieldName: 'municipality_id' })
  municipalityId: string;

  /** It lives in the institutions subgraph. */
  @Property({ type: 'uuid' })
  manufactoryId: string;

  /** The host at the time of the award; it lives in the institutions subgraph. */
  @Property({ type: 'uuid', nullable: true })
  parentInstitutionId: string | null = null;

  /** Null for awards from before there were schemes, which no budget line knows. */
  @ManyToOne(() => IncentiveScheme, { mapToPk: true, fieldName: 'scheme_id', nullable: true, deleteRule: 'no action' })
  schemeId: string | null = null;

  @Enum({ items: () => IncentiveKind, type: 'string', columnType: 'text' })
  @Field(() => IncentiveKind)
  kind: IncentiveKind;

  @Enum({ items: () => IncentiveStatus, type: 'string', columnType: 'text' })
  @Field(() => IncentiveStatus)
  status: IncentiveStatus;

  @Property({ type: 'decimal', precision: 14, scale: 2, fieldName: 'amount' })
  awarded: string;

  @Property({ type: 'decimal', precision: 14, scale: 2, fieldName: 'returned', default: '0.00' })
  returnedAmount = '0.00';

  @Property({ type: 'text' })
  currency: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  awardedOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it was settled or revoked.' })
  endedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was revoked, or how it was settled.' })
  endReason: string | null = null;

  /** How often money moved in the hub: by it the version grows with each payment and return. */
  @Property({ type: 'integer' })
  moves = 0;

  @Field(() => Money, { description: 'What was awarded; how much of it was paid is in `paid`.' })
  get amount(): Money {
    return new Money(this.awarded, this.currency);
  }

  @Field(() => Money, { description: 'What was given back of what was paid.' })
  get returned(): Money {
    return new Money(this.returnedAmount, this.currency);
  }

  @Field(() => Territory, { nullable: true, description: 'Where it takes effect.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  @Field(() => Manufactory, { nullable: true })
  get manufactory(): Manufactory {
    return Manufactory.of(this.manufactoryId);
  }

  @Field(() => ParentInstitution, { nullable: true, description: 'Which hosted the manufactory at the time.' })
  get parentInstitution(): ParentInstitution | null {
    return this.parentInstitutionId === null ? null : ParentInstitution.of(this.parentInstitutionId);
  }

  /** Pays a part or the rest: PAID when nothing is left to pay. */
  pay(amount: bigint, on: string, paid: bigint): void {
    this.refuseUnless([IncentiveStatus.AWARDED], 'paid');
    this.refuseBeforeTheAward(on, 'paid');
    const left = cents(this.awarded) - paid;
    if (amount > left) {
      throw this.conflict(`${toAmount(amount)} cannot be paid on it: ${toAmount(left)} are left to pay.`, {
        left: toAmount(left),
      });
    }
    if (amount === left) this.status = IncentiveStatus.PAID;
    this.moves += 1;
  }

  settle(on: string, reason: string | null): void {
    this.refuseUnless([IncentiveStatus.PAID], 'settled');
    this.end(IncentiveStatus.SETTLED, on, reason);
  }

  revoke(on: string, reason: string): void {
    this.refuseUnless([IncentiveStatus.AWARDED, IncentiveStatus.PAID], 'revoked');
    this.end(IncentiveStatus.REVOKED, on, reason);
  }

  recordReturn(amount: bigint, paid: bigint): void {
    this.refuseUnless(NOT_SETTLED, 'returned');
    const kept = paid - cents(this.returnedAmount);
    if (amount > kept) {
      throw this.conflict(`${toAmount(amount)} cannot be returned: ${toAmount(kept)} are paid and not yet returned.`, {
        kept: toAmount(kept),
      });
    }
    this.returnedAmount = toAmount(cents(this.returnedAmount) + amount);
    this.moves += 1;
  }

  override assertValid(): void {
    const hasEnded = this.status === IncentiveStatus.SETTLED || this.status === IncentiveStatus.REVOKED;
    if (!hasEnded && this.endedOn !== null) throw this.notEnded('a day of its end', 'ended_on');
    if (!hasEnded && this.endReason !== null) throw this.notEnded('a reason for its end', 'end_reason');
    if (this.endedOn !== null && this.endedOn < this.awardedOn) {
      throw new Invalid(
        `An incentive cannot be settled or revoked (${this.endedOn}) before it is awarded (${this.awardedOn}).`,
        { field: 'ended_on' },
      );
    }
  }

  private end(status: IncentiveStatus, on: string, reason: string | null): void {
    this.refuseBeforeTheAward(on, status.toLowerCase());
    this.status = status;
    this.endedOn = on;
    this.endReason = reason;
  }

  private refuseUnless(allowed: IncentiveStatus[], what: string): void {
    if (allowed.includes(this.status)) return;
    throw this.conflict(`it cannot be ${what}: it is ${this.status}, and would have to be ${allowed.join(' or ')}.`, {
      status: this.status,
      allowed,
    });
  }

  private refuseBeforeTheAward(on: string, what: string): void {
    if (on >= this.awardedOn) return;
    throw new Invalid(
      `The incentive of ${this.awarded} ${this.currency} cannot be ${what} on ${on}, before it was awarded (${this.awardedOn}).`,
      { field: 'on', value: on },
    );
  }

  private conflict(why: string, facts: Record<string, unknown>): DomainError {
    const message = `The incentive of ${this.awarded} ${this.currency} (${this.kind}, awarded on ${this.awardedOn}): ${why}`;
    return new DomainError('CONFLICT', message, { id: this.id, ...facts });
  }

  private notEnded(what: string, field: string): Invalid {
    return new Invalid(
      `An incentive that is ${this.status} has no ${what.slice(2)}; only one that is SETTLED or REVOKED has.`,
      {
        field,
      },
    );
  }
}

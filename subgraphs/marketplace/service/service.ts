import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Classification } from '../../../shared/classification/classification.ts';
import { NACE } from '../../../shared/classification/code-list.ts';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Money } from '../../../shared/money/money.ts';
import { Node } from '../../../shared/node/node.ts';
import { Manufactory } from '../manufactory/manufactory.stub.ts';
import { Organisation } from '../organisation/organisation.stub.ts';
import { assertSchedule, Opening } from '../schedule/opening.ts';
import { Territory } from '../territory/territory.stub.ts';

export enum ServiceStatus {
  DRAFT = 'DRAFT',
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  ENDED = 'ENDED',
}
registerEnumType(ServiceStatus, {
  name: 'ServiceStatus',
  description: 'A service is drafted, then offered, may pause, and ends.',
});

@Entity()
@ObjectType({ implements: Node, description: 'What a manufactory offers to the community.' })
@Directive('@key(fields: "id")')
export class Service extends PlacedRow {
  /** It lives in the institutions subgraph. */
  @Property({ type: 'uuid' })
  manufactoryId: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Enum({ items: () => ServiceStatus, type: 'string', columnType: 'text' })
  @Field(() => ServiceStatus)
  status: ServiceStatus = ServiceStatus.DRAFT;

  @Property({ type: 'decimal', precision: 14, scale: 2, nullable: true, fieldName: 'price' })
  priceAmount: string | null = null;

  @Property({ type: 'text', nullable: true, fieldName: 'currency' })
  priceCurrency: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the price is for: "ticket", "hour", "group".' })
  priceUnit: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  offeredSince: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  endedOn: string | null = null;

  @Property({ type: 'text', fieldName: 'activity' })
  activityCode: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who may have it, where not everybody: "seniors", "firms".' })
  eligibility: string | null = null;

  /** Not `jsonb`, which puts the fields in another order, so that what did not change would seem to. */
  @Property({ type: 'json', columnType: 'json', defaultRaw: `'[]'` })
  @Field(() => [Opening], { description: 'When it is to be had; empty where that is agreed for each order.' })
  schedule: Opening[] = [];

  @Field(() => Money, {
    nullable: true,
    description: 'What it costs when nothing else is chosen; null where the price is agreed for each order.',
  })
  get price(): Money | null {
    if (this.priceAmount === null || this.priceCurrency === null) return null;
    return new Money(this.priceAmount, this.priceCurrency);
  }

  @Field(() => Classification, { description: 'By NACE Rev. 2.1.' })
  get activity(): Classification {
    return NACE.get(this.activityCode);
  }

  @Field(() => Manufactory, { nullable: true })
  get manufactory(): Manufactory {
    return Manufactory.of(this.manufactoryId);
  }

  @Field(() => Organisation, {
    nullable: true,
    description: 'Who sells it: the parent institution, or the manufactory once independent.',
  })
  get seller(): Organisation {
    return Organisation.of(this.organisationId);
  }

  @Field(() => Territory, { nullable: true, description: 'Where it is offered.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  /** Throws CONFLICT where it may not be offered; so do the other steps where they are not next. */
  offer(on: string): void {
    this.requireStatus([ServiceStatus.DRAFT], 'be offered', 'Only a DRAFT is offered; a PAUSED one is resumed.');
    this.status = ServiceStatus.ACTIVE;
    this.offeredSince = on;
  }

  pause(): void {
    this.requireStatus([ServiceStatus.ACTIVE], 'pause', 'Offer or resume it first.');
    this.status = ServiceStatus.PAUSED;
  }

  resume(): void {
    this.requireStatus([ServiceStatus.PAUSED], 'be resumed', 'Only a PAUSED service is; a DRAFT is offered.');
    this.status = ServiceStatus.ACTIVE;
  }

  end(on: string): void {
    this.requireStatus([ServiceStatus.ACTIVE, ServiceStatus.PAUSED], 'end', 'Only what is ACTIVE or PAUSED does.');
    this.status = ServiceStatus.ENDED;
    this.endedOn = on;
  }

  /** Throws CONFLICT where nobody can order it now. */
  requireActive(): void {
    this.requireStatus([ServiceStatus.ACTIVE], 'be ordered', 'Wait until it is offered, or choose another.');
  }

  /** Throws CONFLICT where it is over. */
  requireNotEnded(act: string): void {
    const lasting = [ServiceStatus.DRAFT, ServiceStatus.ACTIVE, ServiceStatus.PAUSED];
    this.requireStatus(lasting, act, 'Draft a new one instead.');
  }

  private requireStatus(allowed: ServiceStatus[], act: string, wayOut: string): void {
    if (allowed.includes(this.status)) return;
    throw new DomainError('CONFLICT', `The service "${this.name}" is ${this.status}, so it cannot ${act}. ${wayOut}`, {
      id: this.id,
      status: this.status,
      allowed,
    });
  }

  override assertValid(): void {
    if (this.name.trim() === '') throw new Invalid('A service has a name.', { field: 'name' });
    assertSchedule(this.schedule);
    if ((this.priceAmount === null) !== (this.priceCurrency === null)) {
      throw new Invalid('A price has an amount and a currency, or neither.', { field: 'price_currency' });
    }
    if ((this.status === ServiceStatus.DRAFT) !== (this.offeredSince === null)) {
      throw new Invalid('A service has a first day if, and only if, it is no DRAFT any more.', {
        field: 'offered_since',
      });
    }
    if ((this.status === ServiceStatus.ENDED) !== (this.endedOn !== null)) {
      throw new Invalid('A service has a last day if, and only if, it is ENDED.', { field: 'ended_on' });
    }
    if (this.offeredSince !== null && this.endedOn !== null && this.endedOn < this.offeredSince) {
      throw new Invalid(`A service cannot end (${this.endedOn}) before it is offered (${this.offeredSince}).`, {
        field: 'ended_on',
      });
    }
  }
}

/** The condition for what everybody may see. */
export const PUBLIC: FilterQuery<Service> = { status: { $ne: ServiceStatus.DRAFT } };

import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { v4 } from 'uuid';
import { type Alternative, RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { Money } from '../../../shared/money/money.ts';
import { Node } from '../../../shared/node/node.ts';
import { ClientKind } from '../client/client.ts';
import { Organisation } from '../organisation/organisation.stub.ts';
import { Service } from '../service/service.ts';
import { assertOrderValid } from './order.rules.ts';
import { times } from './times.ts';

export enum OrderStatus {
  REQUESTED = 'REQUESTED',
  CONFIRMED = 'CONFIRMED',
  DELIVERED = 'DELIVERED',
  INVOICED = 'INVOICED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(OrderStatus, {
  name: 'OrderStatus',
  description: 'An order is requested, confirmed, delivered and invoiced, or cancelled before it is delivered.',
});

/** What a person buys is nobody's business, so orders are for those who keep or make them; their sums are public. */
export const ORDER_READERS: readonly Alternative[] = ['hub:write', 'marketplace:write', 'orders:read', 'orders:write'];

@Entity({ tableName: 'service_order' })
@ObjectType({ implements: Node, description: "A client's order of a service, at the price of that moment." })
@Directive('@key(fields: "id")')
@RequiresScopes(...ORDER_READERS)
export class Order extends OwnedRow {
  @ManyToOne(() => Service, { mapToPk: true, fieldName: 'service_id' })
  serviceId: string;

  @Enum({ items: () => OrderStatus, type: 'string', columnType: 'text' })
  @Field(() => OrderStatus)
  status: OrderStatus = OrderStatus.REQUESTED;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The label of the price option that was chosen, if one was.' })
  priceLabel: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the price was for: "ticket", "hour", "group".' })
  unit: string | null = null;

  @Property({ type: 'decimal', precision: 14, scale: 2, fieldName: 'unit_price' })
  unitPriceAmount: string;

  @Property({ type: 'text' })
  currency: string;

  @Property({ type: 'integer' })
  @Field(() => Int)
  quantity: number;

  @Enum({ items: () => ClientKind, type: 'string', columnType: 'text' })
  @Field(() => ClientKind)
  clientKind: ClientKind;

  /** The organisation that buys; null for a person. It lives in the partnership subgraph. */
  @Property({ type: 'uuid', nullable: true })
  clientId: string | null = null;

  /** By which the seller may know a person again; never served. */
  @Property({ type: 'uuid', nullable: true })
  clientPseudonym: string | null = null;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  requestedOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  confirmedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  deliveredOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  invoicedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Unique for the seller.' })
  invoiceNumber: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  cancelledOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancellationReason: string | null = null;

  @Field(() => Organisation, { nullable: true, description: 'The organisation that buys; null for a person.' })
  get client(): Organisation | null {
    return this.clientId === null ? null : Organisation.of(this.clientId);
  }

  @Field(() => Money)
  get unitPrice(): Money {
    return new Money(this.unitPriceAmount, this.currency);
  }

  @Field(() => Money, { description: 'The price of one, times the quantity; exact.' })
  get total(): Money {
    return new Money(times(this.unitPriceAmount, this.quantity), this.currency);
  }

  @Field(() => Boolean, { description: 'Whether the market pays: any client but the municipality.' })
  get fromMarket(): boolean {
    return this.clientKind !== ClientKind.MUNICIPALITY;
  }

  /** Takes a person's order under a pseudonym of its own, by which no other order can be found. */
  hidePerson(): void {
    if (this.clientKind === ClientKind.PERSON) this.clientPseudonym = v4();
  }

  /** Throws CONFLICT where it is not next; so do the other steps. */
  confirm(on: string): void {
    this.requireStatus([OrderStatus.REQUESTED], 'be confirmed');
    this.status = OrderStatus.CONFIRMED;
    this.confirmedOn = on;
  }

  deliver(on: string): void {
    this.requireStatus([OrderStatus.CONFIRMED], 'be delivered');
    this.status = OrderStatus.DELIVERED;
    this.deliveredOn = on;
  }

  invoice(number: string, on: string): void {
    this.requireStatus([OrderStatus.DELIVERED], 'be invoiced');
    this.status = OrderStatus.INVOICED;
    this.invoiceNumber = number;
    this.invoicedOn = on;
  }

  cancel(reason: string, on: string): void {
    this.requireStatus([OrderStatus.REQUESTED, OrderStatus.CONFIRMED], 'be cancelled');
    this.status = OrderStatus.CANCELLED;
    this.cancellationReason = reason;
    this.cancelledOn = on;
  }

  /** Throws CONFLICT where there is nothing yet that could be judged. */
  requireDelivered(act: string): void {
    this.requireStatus([OrderStatus.DELIVERED, OrderStatus.INVOICED], act);
  }

  private requireStatus(allowed: OrderStatus[], act: string): void {
    if (allowed.includes(this.status)) return;
    throw new DomainError(
      'CONFLICT',
      `The order ${this.id} is ${this.status}, so it cannot ${act}: for that it has to be ${allowed.join(' or ')}.`,
      { id: this.id, status: this.status, allowed },
    );
  }

  override assertValid(): void {
    assertOrderValid(this);
  }
}

import 'reflect-metadata';
import { v4 } from 'uuid';
import { ClientKind } from '../../subgraphs/marketplace/client/client.ts';
import { NeedAnswer } from '../../subgraphs/marketplace/need-answer/need-answer.ts';
import { Order, OrderStatus } from '../../subgraphs/marketplace/order/order.ts';
import { PriceOption } from '../../subgraphs/marketplace/price-option/price-option.ts';
import { Review } from '../../subgraphs/marketplace/review/review.ts';
import { Service, ServiceStatus } from '../../subgraphs/marketplace/service/service.ts';

/** What a manufactory offers: it lives in another subgraph, so it is a uuid here. */
export function service(
  manufactoryId: string,
  name: string,
  facts: Partial<Service> = {},
  territory = 'PL_1261011',
): Service {
  const row = Object.assign(new Service(), {
    organisationId: v4(),
    manufactoryId,
    name,
    status: ServiceStatus.ACTIVE,
    offeredSince: '2006-05-01',
    activityCode: 'S90.20',
    ...facts,
  });
  row.placeIn(territory);
  return row;
}

export const DRAFT = { status: ServiceStatus.DRAFT, offeredSince: null };
export const ENDED = { status: ServiceStatus.ENDED, endedOn: '2007-05-01' };

/** An order of one service by the house next door; `DELIVERED` and the like say how far it is. */
export const order = (of: Service, facts: Partial<Order> = {}): Order =>
  Object.assign(new Order(), {
    organisationId: of.organisationId,
    serviceId: of.uuid,
    unitPriceAmount: '10.00',
    currency: 'PLN',
    quantity: 1,
    clientKind: ClientKind.ORGANISATION,
    clientId: facts.clientKind === ClientKind.PERSON ? null : v4(),
    requestedOn: '2006-06-01',
    ...facts,
  });

export const CONFIRMED = { status: OrderStatus.CONFIRMED, confirmedOn: '2006-06-02' };
export const DELIVERED = { ...CONFIRMED, status: OrderStatus.DELIVERED, deliveredOn: '2006-06-20' };
export const INVOICED = { ...DELIVERED, status: OrderStatus.INVOICED, invoicedOn: '2006-06-21' };
export const CANCELLED = {
  status: OrderStatus.CANCELLED,
  cancelledOn: '2006-06-05',
  cancellationReason: 'It rained',
};

export const review = (of: Order, rating: number, facts: Partial<Review> = {}): Review =>
  Object.assign(new Review(), {
    organisationId: of.organisationId,
    orderId: of.uuid,
    rating,
    reviewedOn: of.deliveredOn,
    ...facts,
  });

export const priceOption = (of: Service, label: string, facts: Partial<PriceOption> = {}): PriceOption =>
  Object.assign(new PriceOption(), {
    organisationId: of.organisationId,
    serviceId: of.uuid,
    label,
    amount: '5.00',
    currency: 'PLN',
    ...facts,
  });

/** That a service answers a need, which lives in another subgraph: so it is a uuid here. */
export const answer = (by: Service, needId: string, facts: Partial<NeedAnswer> = {}): NeedAnswer =>
  Object.assign(new NeedAnswer(), {
    organisationId: by.organisationId,
    serviceId: by.uuid,
    needId,
    answeredOn: '2006-07-01',
    ...facts,
  });

import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { ClientKind } from '../client/client.ts';
import { Service } from '../service/service.ts';
import { Order, OrderStatus } from './order.ts';

export const orderRegister: Register<Order> = {
  name: 'orders',
  entity: Order,
  owner: 'service',
  columns: {
    service: column.reference('Service', () => Service),
    status: column.oneOf(OrderStatus),
    price_label: column.optional(column.text),
    unit: column.optional(column.text),
    unit_price_amount: column.amount,
    currency: column.currency,
    quantity: column.count,
    client_kind: column.oneOf(ClientKind),
    client: column.optional(column.reference('Organisation')),
    requested_on: column.date,
    confirmed_on: column.optional(column.date),
    delivered_on: column.optional(column.date),
    invoiced_on: column.optional(column.date),
    invoice_number: column.optional(column.text),
    cancelled_on: column.optional(column.date),
    cancellation_reason: column.optional(column.text),
    source: column.optional(column.text),
  },
};

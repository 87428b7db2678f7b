import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import {
  CANCELLED,
  CONFIRMED,
  DELIVERED,
  INVOICED as INVOICED_UNNUMBERED,
  order,
  service,
} from '../../../test/kit/given-marketplace.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { ClientKind } from '../client/client.ts';
import { type Order, OrderStatus } from './order.ts';
import { times } from './times.ts';

const play = service(v4(), 'A play');
const INVOICED = { ...INVOICED_UNNUMBERED, invoiceNumber: 'F1' };
const PERSON = { clientKind: ClientKind.PERSON };

it.each([
  ['requested', {}],
  ['requested by a person', PERSON],
  ['confirmed', CONFIRMED],
  ['delivered', DELIVERED],
  ['delivered on the day of its request', { ...DELIVERED, confirmedOn: '2006-06-01', deliveredOn: '2006-06-01' }],
  ['invoiced', INVOICED],
  ['cancelled', CANCELLED],
  ['cancelled when it was confirmed', { ...CANCELLED, confirmedOn: '2006-06-02' }],
  ['of ten thousand', { quantity: 10_000 }],
])('accepts an order that is %s', (_, facts: Partial<Order>) => {
  expect(refusedField(order(play, facts))).toBeNull();
});

it.each([
  ['is of nothing', { quantity: 0 }, 'quantity'],
  ['is of too many', { quantity: 10_001 }, 'quantity'],
  ['is of a half', { quantity: 0.5 }, 'quantity'],
  ['names who the person is', { ...PERSON, clientId: v4() }, 'client'],
  ['names no organisation', { clientId: null }, 'client'],
  ['is requested and has a day of confirmation', { confirmedOn: '2006-06-02' }, 'confirmed_on'],
  ['is delivered and was never confirmed', { ...DELIVERED, confirmedOn: null }, 'confirmed_on'],
  ['is confirmed before it is requested', { ...CONFIRMED, confirmedOn: '2006-05-31' }, 'confirmed_on'],
  ['is confirmed and has a day of delivery', { ...CONFIRMED, deliveredOn: '2006-06-20' }, 'delivered_on'],
  ['is delivered on no day', { ...DELIVERED, deliveredOn: null }, 'delivered_on'],
  ['is delivered before it is confirmed', { ...DELIVERED, deliveredOn: '2006-06-01' }, 'delivered_on'],
  ['is delivered and has a day of its invoice', { ...DELIVERED, invoicedOn: '2006-06-21' }, 'invoiced_on'],
  ['is invoiced before it is delivered', { ...INVOICED, invoicedOn: '2006-06-19' }, 'invoiced_on'],
  ['is invoiced without a number', { ...INVOICED, invoiceNumber: null }, 'invoice_number'],
  ['is invoiced with an empty number', { ...INVOICED, invoiceNumber: ' ' }, 'invoice_number'],
  ['is delivered and has the number of an invoice', { ...DELIVERED, invoiceNumber: 'F1' }, 'invoice_number'],
  ['is cancelled on no day', { ...CANCELLED, cancelledOn: null }, 'cancelled_on'],
  ['is cancelled before it is requested', { ...CANCELLED, cancelledOn: '2006-05-31' }, 'cancelled_on'],
  ['is cancelled before it is confirmed', { ...CANCELLED, confirmedOn: '2006-06-06' }, 'cancelled_on'],
  ['is cancelled for no reason', { ...CANCELLED, cancellationReason: null }, 'cancellation_reason'],
  [
    'is confirmed and has a reason for cancellation',
    { ...CONFIRMED, cancellationReason: 'Rain' },
    'cancellation_reason',
  ],
])('refuses an order that %s', (_, facts: Partial<Order>, field) => {
  expect(refusedField(order(play, facts))).toBe(field);
});

describe('each step', () => {
  const steps: Record<string, [OrderStatus[], (one: Order) => void]> = {
    confirm: [[OrderStatus.REQUESTED], (one) => one.confirm('2006-07-01')],
    deliver: [[OrderStatus.CONFIRMED], (one) => one.deliver('2006-07-01')],
    invoice: [[OrderStatus.DELIVERED], (one) => one.invoice('F1', '2006-07-01')],
    cancel: [[OrderStatus.REQUESTED, OrderStatus.CONFIRMED], (one) => one.cancel('Rain', '2006-07-01')],
  };
  const states = { REQUESTED: {}, CONFIRMED, DELIVERED, INVOICED, CANCELLED };

  it.each(Object.keys(steps))(
    '%s goes from its own states, and from no other, and leaves an order that is right',
    (name) => {
      const [allowed, step] = steps[name] as [OrderStatus[], (one: Order) => void];
      for (const status of Object.values(OrderStatus)) {
        const one = order(play, states[status]);
        if (!allowed.includes(status)) {
          expect(() => step(one)).toThrow(`is ${status}, so it cannot`);
          expect(one.status).toBe(status);
          continue;
        }
        step(one);
        expect(refusedField(one)).toBeNull();
      }
    },
  );
});

it('is from the market unless the municipality pays', () => {
  expect(Object.values(ClientKind).map((clientKind) => [clientKind, order(play, { clientKind }).fromMarket])).toEqual([
    ['ORGANISATION', true],
    ['MUNICIPALITY', false],
    ['PERSON', true],
  ]);
});

it('multiplies to the cent', () => {
  expect([times('0.00', 10_000), times('0.07', 3), times('999999999999.99', 10_000)]).toEqual([
    '0.00',
    '0.21',
    '9999999999999900.00',
  ]);
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }),
      fc.integer({ min: 1, max: 10_000 }),
      (cents, quantity) => {
        const amount = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
        expect(BigInt(times(amount, quantity).replace('.', ''))).toBe(cents * BigInt(quantity));
      },
    ),
  );
});

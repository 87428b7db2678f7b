import { Invalid } from '../../../shared/errors/domain-error.ts';
import type { Order } from './order.ts';

export const MOST_AT_ONCE = 10_000;

/** Throws Invalid where an order says two things that cannot both be true, wherever it comes from. */
export function assertOrderValid(order: Order): void {
  const { status, quantity, clientKind, clientId, confirmedOn, cancelledOn } = order;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_AT_ONCE) {
    throw refuse('quantity', `An order is of 1 to ${MOST_AT_ONCE}, not of ${quantity}.`);
  }
  if ((clientKind === 'PERSON') !== (clientId === null)) {
    throw refuse('client', 'An order names the organisation that buys if, and only if, its client is no PERSON.');
  }
  const isPast = status === 'DELIVERED' || status === 'INVOICED';
  if (status === 'CONFIRMED' || isPast) need(order, 'confirmedOn', 'confirmed_on', 'a day of confirmation');
  if (status === 'REQUESTED' && confirmedOn !== null) {
    throw refuse('confirmed_on', 'An order that is only REQUESTED has no day of confirmation.');
  }
  need(order, 'deliveredOn', 'delivered_on', 'a day of delivery', isPast);
  need(order, 'invoicedOn', 'invoiced_on', 'a day of its invoice', status === 'INVOICED');
  need(order, 'invoiceNumber', 'invoice_number', 'the number of an invoice', status === 'INVOICED');
  need(order, 'cancelledOn', 'cancelled_on', 'a day of cancellation', status === 'CANCELLED');
  need(order, 'cancellationReason', 'cancellation_reason', 'a reason for cancellation', status === 'CANCELLED');

  inOrder(['requested_on', order.requestedOn], ['confirmed_on', confirmedOn], ['delivered_on', order.deliveredOn]);
  inOrder(['delivered_on', order.deliveredOn], ['invoiced_on', order.invoicedOn]);
  inOrder(['requested_on', order.requestedOn], ['confirmed_on', confirmedOn], ['cancelled_on', cancelledOn]);
}

const refuse = (field: string, message: string): Invalid => new Invalid(message, { field });

function need(order: Order, property: keyof Order, field: string, what: string, wanted = true): void {
  const has = order[property] !== null && String(order[property]).trim() !== '';
  if (has === wanted && (wanted || order[property] === null)) return;
  throw refuse(field, `An order that is ${order.status} has ${wanted ? '' : 'not '}${what}.`);
}

/** Throws Invalid where a later step has an earlier day. */
function inOrder(...days: [field: string, day: string | null][]): void {
  let [last, lastDay] = days[0] as [string, string | null];
  for (const [field, day] of days.slice(1)) {
    if (day === null) continue;
    if (lastDay !== null && day < lastDay) {
      throw refuse(field, `The day of ${field} (${day}) cannot be before that of ${last} (${lastDay}).`);
    }
    [last, lastDay] = [field, day];
  }
}

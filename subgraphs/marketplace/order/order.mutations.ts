import { type EntityManager, FlushMode } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { assertActsFor } from '../../../shared/write/assert-own.ts';
import { findRow, findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { dayOr, uuidIn } from '../input-values.ts';
import { Service } from '../service/service.ts';
import {
  CancelOrderInput,
  ConfirmOrderInput,
  DeliverOrderInput,
  InvoiceOrderInput,
  type OrderDayInput,
  RequestOrderInput,
} from './order.inputs.ts';
import { Order } from './order.ts';
import { unitPriceOf } from './unit-price.ts';

@Resolver()
export class OrderMutations {
  @Mutation(() => Order, {
    description:
      'Orders a service that is ACTIVE, at the price of this moment, for an organisation as that organisation, for a person as the seller.',
  })
  @RequiresScopes('hub:write', 'marketplace:write', 'orders:write')
  requestOrder(@Arg('input', () => RequestOrderInput) input: RequestOrderInput, @Ctx() context: Context) {
    return write(context, Order, 'requestOrder', input, async (em) => {
      uuidIn('Service', 'serviceId', input.serviceId);
      const service = await findRow(em, Service, input.serviceId);
      service.requireActive();
      const order = Object.assign(new Order(), await unitPriceOf(em, service, input), {
        organisationId: service.organisationId,
        serviceId: service.uuid,
        quantity: input.quantity,
        clientKind: input.clientKind,
        clientId: input.clientId == null ? null : uuidIn('Organisation', 'clientId', input.clientId),
        requestedOn: dayOr(input.on),
      });
      assertActsFor(order.clientId ?? order.organisationId);
      order.hidePerson();
      return order;
    });
  }

  @Mutation(() => Order, { description: 'Promises to deliver what was requested.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  confirmOrder(@Arg('input', () => ConfirmOrderInput) input: ConfirmOrderInput, @Ctx() context: Context) {
    return changing(context, 'confirmOrder', input, (order) => order.confirm(dayOr(input.on)));
  }

  @Mutation(() => Order, { description: 'Says that a confirmed order was delivered: from now on it is income.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  deliverOrder(@Arg('input', () => DeliverOrderInput) input: DeliverOrderInput, @Ctx() context: Context) {
    return changing(context, 'deliverOrder', input, async (order, em) => {
      order.deliver(dayOr(input.on));
      recordDelivered(em, order, await em.findOneOrFail(Service, order.serviceId));
    });
  }

  @Mutation(() => Order, { description: 'Says that a delivered order was invoiced.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  invoiceOrder(@Arg('input', () => InvoiceOrderInput) input: InvoiceOrderInput, @Ctx() context: Context) {
    return changing(context, 'invoiceOrder', input, async (order, em) => {
      order.invoice(input.number, dayOr(input.on));
      const { organisationId, invoiceNumber, uuid } = order;
      if (
        await em.findOne(Order, { organisationId, invoiceNumber, uuid: { $ne: uuid } }, { flushMode: FlushMode.COMMIT })
      ) {
        const message = `Another order of the seller has the invoice number "${input.number}". Take the next one.`;
        throw new DomainError('CONFLICT', message, { field: 'number' });
      }
    });
  }

  @Mutation(() => Order, { description: 'Cancels an order that was not delivered.' })
  @RequiresScopes('hub:write', 'marketplace:write', 'orders:write')
  cancelOrder(@Arg('input', () => CancelOrderInput) input: CancelOrderInput, @Ctx() context: Context) {
    return changing(context, 'cancelOrder', input, (order) => order.cancel(input.reason, dayOr(input.on)));
  }
}

const changing = (
  context: Context,
  mutation: string,
  input: OrderDayInput,
  act: (order: Order, em: EntityManager) => void | Promise<void>,
) =>
  write(context, Order, mutation, input, async (em) => {
    const order = await findRowToEdit(em, Order, input);
    await act(order, em);
    return order;
  });

/** Tells what was earned, and never from whom. */
const recordDelivered = (em: EntityManager, order: Order, { id, manufactoryId }: Service): void =>
  record(em, {
    type: 'hub.order.delivered.v1',
    subject: order.id,
    data: {
      order: order.id,
      service: id,
      manufactory: toGlobalId('Manufactory', manufactoryId),
      amount: order.total.amount,
      currency: order.currency,
      deliveredOn: order.deliveredOn,
    },
  });

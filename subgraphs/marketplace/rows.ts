import { CALLERS_ORGANISATION, type RowPolicy } from '../../shared/database/row-policy.ts';
import { KnownNeed } from './need/known-need.ts';
import { NeedAnswer } from './need-answer/need-answer.ts';
import { Order } from './order/order.ts';
import { PriceOption } from './price-option/price-option.ts';
import { Review } from './review/review.ts';
import { Service } from './service/service.ts';

const IS_CLIENT = `client_id = ${CALLERS_ORGANISATION}`;

/** An inner select sees no more than its caller may, so what hangs on a row is hidden with it. */
const SERVICE_IS_VISIBLE = 'exists (select from service where service.id = service_id)';
const ORDER_IS_THE_CALLERS = `exists (select from service_order where service_order.id = order_id and ${IS_CLIENT})`;

/** Whose rows are whose, where it is not as by default. */
export const ROWS: RowPolicy[] = [
  {
    entity: Service,
    read: 'owner',
    readWhere: `status <> 'DRAFT'`,
    because: 'A draft is for nobody but its seller until it is offered.',
  },
  ...[PriceOption, NeedAnswer].map(
    (entity): RowPolicy => ({
      entity,
      read: 'owner',
      readWhere: SERVICE_IS_VISIBLE,
      because: 'It tells of its service, which may be a draft.',
    }),
  ),
  {
    entity: Order,
    read: 'owner',
    readWhere: IS_CLIENT,
    insertWhere: IS_CLIENT,
    because: 'What somebody buys is for the seller and the client alone; the client orders, the seller keeps it.',
  },
  {
    entity: Review,
    read: 'owner',
    readWhere: ORDER_IS_THE_CALLERS,
    insertWhere: ORDER_IS_THE_CALLERS,
    because: 'The client writes it, for the seller alone; others see the average of many.',
  },
  {
    entity: KnownNeed,
    insert: 'system',
    update: 'system',
    because: 'The Centre told it, by events; it is public there.',
  },
];

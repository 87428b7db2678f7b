import type { EntityManager } from '@mikro-orm/postgresql';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow } from '../../../shared/register/register.ts';
import { Order } from '../order/order.ts';
import type { Review } from './review.ts';

export const isTooEarly = ({ reviewedOn }: Review, { deliveredOn }: Order): boolean =>
  deliveredOn !== null && reviewedOn < deliveredOn;

/** Nothing is reviewed that was not delivered, or before it was. */
export async function reviewProblems(em: EntityManager, rows: ReadyRow<Review>[]): Promise<RowProblem[]> {
  const found = await em.find(Order, { uuid: { $in: rows.map(({ row }) => row.orderId) } });
  const orders = new Map(found.map((order) => [order.uuid, order]));
  return rows.flatMap(({ line, row }) => {
    const order = orders.get(row.orderId) as Order;
    if (order.deliveredOn === null) {
      return [{ line, column: 'order', reason: `is ${order.status}; only what was delivered is reviewed` }];
    }
    if (!isTooEarly(row, order)) return [];
    return [{ line, column: 'reviewed_on', reason: `is before the delivery (${order.deliveredOn})` }];
  });
}

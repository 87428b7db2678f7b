import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Order } from '../order/order.ts';
import { reviewProblems } from './review.rules.ts';
import { Review } from './review.ts';

export const reviewRegister: Register<Review> = {
  name: 'reviews',
  entity: Review,
  owner: 'order',
  columns: {
    order: column.reference('Order', () => Order),
    rating: column.count,
    text: column.optional(column.text),
    reviewed_on: column.date,
    source: column.optional(column.text),
  },
  check: reviewProblems,
};

import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { Order } from './order.ts';

export const orderLoaders = (em: EntityManager) => ({
  orderById: rowById(em, Order),
});

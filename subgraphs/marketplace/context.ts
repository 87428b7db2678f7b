import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../shared/trust/caller.ts';
import { manufactoryLoaders } from './manufactory/manufactory.loaders.ts';
import { needLoaders } from './need/need.loaders.ts';
import { needAnswerLoaders } from './need-answer/need-answer.loaders.ts';
import { orderLoaders } from './order/order.loaders.ts';
import { priceOptionLoaders } from './price-option/price-option.loaders.ts';
import { reviewLoaders } from './review/review.loaders.ts';
import { serviceLoaders } from './service/service.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: {
    ...serviceLoaders(em),
    ...priceOptionLoaders(em),
    ...orderLoaders(em),
    ...reviewLoaders(em),
    ...needLoaders(em),
    ...needAnswerLoaders(em),
    ...manufactoryLoaders(em),
  },
});

export type Context = ReturnType<typeof createContext>;

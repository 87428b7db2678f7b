import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../shared/trust/caller.ts';
import { incentiveLoaders } from './incentive/incentive.loaders.ts';
import { manufactoryLoaders } from './manufactory/manufactory.loaders.ts';
import { municipalityLoaders } from './municipality/municipality.loaders.ts';
import { paymentLoaders } from './payment/payment.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: { ...municipalityLoaders(em), ...incentiveLoaders(em), ...paymentLoaders(em), ...manufactoryLoaders(em) },
});

export type Context = ReturnType<typeof createContext>;

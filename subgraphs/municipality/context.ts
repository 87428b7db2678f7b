import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../shared/trust/caller.ts';
import { budgetLoaders } from './budget/budget.loaders.ts';
import { budgetAmendmentLoaders } from './budget-amendment/budget-amendment.loaders.ts';
import { budgetLineLoaders } from './budget-line/budget-line.loaders.ts';
import { incentiveLoaders } from './incentive/incentive.loaders.ts';
import { incentiveSchemeLoaders } from './incentive-scheme/incentive-scheme.loaders.ts';
import { manufactoryLoaders } from './manufactory/manufactory.loaders.ts';
import { municipalityLoaders } from './municipality/municipality.loaders.ts';
import { paymentLoaders } from './payment/payment.loaders.ts';
import { socialPolicyLoaders } from './social-policy/social-policy.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: {
    ...municipalityLoaders(em),
    ...socialPolicyLoaders(em),
    ...budgetLoaders(em),
    ...budgetLineLoaders(em),
    ...budgetAmendmentLoaders(em),
    ...incentiveSchemeLoaders(em),
    ...incentiveLoaders(em),
    ...paymentLoaders(em),
    ...manufactoryLoaders(em),
  },
});

export type Context = ReturnType<typeof createContext>;

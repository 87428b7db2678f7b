import type { EntityManager } from '@mikro-orm/postgresql';
import { accessLogLoaders } from '../../shared/access-log/access-log.loaders.ts';
import type { Caller } from '../../shared/trust/caller.ts';
import { departmentLoaders } from './department/department.loaders.ts';
import { employmentLoaders } from './employment/employment.loaders.ts';
import { historyLoaders } from './history/history.loaders.ts';
import { manufactoryLoaders } from './manufactory/manufactory.loaders.ts';
import { parentInstitutionLoaders } from './parent-institution/parent-institution.loaders.ts';
import { people } from './people.ts';
import { supportStepLoaders } from './support-step/support-step.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: {
    ...parentInstitutionLoaders(em),
    ...departmentLoaders(em),
    ...manufactoryLoaders(em),
    ...supportStepLoaders(em),
    ...historyLoaders(em),
    ...employmentLoaders(em),
    ...accessLogLoaders(em, people),
  },
});

export type Context = ReturnType<typeof createContext>;

import type { NewEvent } from '../../../shared/events/record.ts';
import type { Budget } from './budget.ts';

/** Tells of the change that the next flush stores, so of the version that it will have then. */
export const budgetChanged = (budget: Budget): NewEvent<object> => ({
  type: 'hub.budget.changed.v1',
  subject: budget.id,
  data: { budget: budget.id, year: budget.year, status: budget.status, version: (budget.version ?? 0) + 1 },
});

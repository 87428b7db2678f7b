import { z } from 'zod';
import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Municipality } from '../municipality/municipality.ts';
import { budgetProblems } from './budget.rules.ts';
import { Budget, BudgetStatus } from './budget.ts';

const year = z
  .string()
  .regex(/^(19|20)\d\d$/, 'is no year like 2026')
  .transform(Number);

export const budgetRegister: Register<Budget> = {
  name: 'budgets',
  entity: Budget,
  owner: 'municipality',
  columns: {
    municipality: column.reference('Municipality', () => Municipality),
    year,
    currency: column.currency,
    status: column.oneOf(BudgetStatus),
    adopted_on: column.optional(column.date),
    amended_on: column.optional(column.date),
    executed_on: column.optional(column.date),
    territory: column.territory,
    source: column.optional(column.text),
  },
  check: budgetProblems,
};

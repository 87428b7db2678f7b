import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Budget } from '../budget/budget.ts';
import { budgetLineProblems } from './budget-line.rules.ts';
import { BudgetLine } from './budget-line.ts';

export const budgetLineRegister: Register<BudgetLine> = {
  name: 'budget-lines',
  entity: BudgetLine,
  owner: 'budget',
  columns: {
    budget: column.reference('Budget', () => Budget),
    code: column.text,
    title: column.text,
    amount: column.amount,
    consultation: column.optional(column.reference('Consultation')),
    source: column.optional(column.text),
  },
  check: budgetLineProblems,
};

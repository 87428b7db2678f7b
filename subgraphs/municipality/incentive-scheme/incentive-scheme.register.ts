import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';
import { IncentiveKind } from '../incentive/incentive-kind.ts';
import { Municipality } from '../municipality/municipality.ts';
import { schemeChanged } from './incentive-scheme.events.ts';
import { incentiveSchemeProblems } from './incentive-scheme.rules.ts';
import { IncentiveScheme, SchemeStatus } from './incentive-scheme.ts';

export const incentiveSchemeRegister: Register<IncentiveScheme> = {
  name: 'incentive-schemes',
  entity: IncentiveScheme,
  owner: 'municipality',
  columns: {
    municipality: column.reference('Municipality', () => Municipality),
    budget_line: column.reference('BudgetLine', () => BudgetLine),
    kind: column.oneOf(IncentiveKind),
    title: column.text,
    status: column.oneOf(SchemeStatus),
    opens_on: column.date,
    closes_on: column.optional(column.date),
    opened_on: column.optional(column.date),
    closed_on: column.optional(column.date),
    territory: column.territory,
    source: column.optional(column.text),
  },
  check: incentiveSchemeProblems,
  events: (scheme, _change, before) => (scheme.status === before.status ? [] : [schemeChanged(scheme)]),
};

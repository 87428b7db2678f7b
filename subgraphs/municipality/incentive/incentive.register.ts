import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { IncentiveScheme } from '../incentive-scheme/incentive-scheme.ts';
import { Municipality } from '../municipality/municipality.ts';
import { incentiveAwarded } from './incentive.events.ts';
import { incentiveProblems } from './incentive.rules.ts';
import { Incentive, IncentiveStatus } from './incentive.ts';
import { IncentiveKind } from './incentive-kind.ts';

export const incentiveRegister: Register<Incentive> = {
  name: 'incentives',
  entity: Incentive,
  owner: 'municipality',
  columns: {
    municipality: column.reference('Municipality', () => Municipality),
    scheme: column.optional(column.reference('IncentiveScheme', () => IncentiveScheme)),
    manufactory: column.reference('Manufactory'),
    parent_institution: column.optional(column.reference('ParentInstitution')),
    kind: column.oneOf(IncentiveKind),
    status: column.oneOf(IncentiveStatus),
    awarded: column.amount,
    currency: column.currency,
    awarded_on: column.date,
    ended_on: column.optional(column.date),
    end_reason: column.optional(column.text),
    territory: column.territory,
    source: column.optional(column.text),
  },
  check: incentiveProblems,
  events: (incentive, change) => (change === 'added' ? [incentiveAwarded(incentive)] : []),
};

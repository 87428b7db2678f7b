import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Municipality } from '../municipality/municipality.ts';
import { Incentive, IncentiveKind, IncentiveStatus } from './incentive.ts';

export const incentiveRegister: Register<Incentive> = {
  name: 'incentives',
  entity: Incentive,
  owner: 'municipality',
  columns: {
    municipality: column.reference('Municipality', () => Municipality),
    manufactory: column.reference('Manufactory'),
    kind: column.oneOf(IncentiveKind),
    status: column.oneOf(IncentiveStatus),
    awarded: column.amount,
    currency: column.currency,
    awarded_on: column.date,
    territory: column.territory,
    source: column.optional(column.text),
  },
};

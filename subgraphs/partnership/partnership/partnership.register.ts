import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Partnership, PartnershipStatus } from './partnership.ts';

export const partnershipRegister: Register<Partnership> = {
  name: 'partnerships',
  entity: Partnership,
  owner: 'organisation',
  columns: {
    organisation: column.reference('Organisation'),
    name: column.text,
    problem: column.text,
    territory: column.territory,
    status: column.oneOf(PartnershipStatus),
    since: column.date,
    active_since: column.optional(column.date),
    until: column.optional(column.date),
    source: column.optional(column.text),
  },
};

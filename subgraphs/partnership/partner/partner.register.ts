import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Partnership } from '../partnership/partnership.ts';
import { partnerChanged } from './partner.events.ts';
import { Partner, PartnerStatus } from './partner.ts';
import { PartnerRole } from './partner-role.ts';
import { Sector } from './sector.ts';

export const partnerRegister: Register<Partner> = {
  name: 'partners',
  entity: Partner,
  owner: 'partnership',
  columns: {
    partnership: column.reference('Partnership', () => Partnership),
    member: column.reference('Organisation'),
    sector: column.oneOf(Sector),
    role: column.oneOf(PartnerRole),
    status: column.oneOf(PartnerStatus),
    duties: column.text,
    since: column.date,
    until: column.optional(column.date),
    reason: column.optional(column.text),
    source: column.optional(column.text),
  },
  events: (partner, _change, before) => (partner.status === before.status ? [] : [partnerChanged(partner)]),
};

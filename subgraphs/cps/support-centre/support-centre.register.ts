import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { SupportCentre } from './support-centre.ts';

export const supportCentreRegister: Register<SupportCentre> = {
  name: 'support-centres',
  entity: SupportCentre,
  owner: 'organisation',
  columns: {
    organisation: column.reference('Organisation'),
    name: column.text,
    hosted_by: column.optional(column.reference('Organisation')),
    host_unit: column.optional(column.text),
    territory: column.territory,
    source: column.optional(column.text),
  },
};

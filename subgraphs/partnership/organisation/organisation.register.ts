import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Organisation } from './organisation.ts';

export const organisationRegister: Register<Organisation> = {
  name: 'organisations',
  entity: Organisation,
  owner: 'self',
  columns: {
    name: column.text,
    krs: column.optional(column.digits(10)),
    nip: column.optional(column.digits(10)),
    regon: column.optional(column.digits(9)),
    territory: column.territory,
    source: column.optional(column.text),
  },
};

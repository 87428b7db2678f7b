import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { ParentInstitution } from './parent-institution.ts';

export const parentInstitutionRegister: Register<ParentInstitution> = {
  name: 'parent-institutions',
  entity: ParentInstitution,
  owner: 'organisation',
  columns: {
    organisation: column.reference('Organisation'),
    territory: column.territory,
    source: column.optional(column.text),
  },
};

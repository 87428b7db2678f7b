import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { Department } from './department.ts';

export const departmentRegister: Register<Department> = {
  name: 'departments',
  entity: Department,
  owner: 'parent_institution',
  columns: {
    parent_institution: column.reference('ParentInstitution', () => ParentInstitution),
    name: column.text,
    opened_on: column.date,
    closed_on: column.optional(column.date),
    source: column.optional(column.text),
  },
};

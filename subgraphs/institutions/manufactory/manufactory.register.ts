import { LEGAL_FORMS, NACE } from '../../../shared/classification/code-list.ts';
import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { Manufactory, ManufactoryStatus, SupportPhase } from './manufactory.ts';

export const manufactoryRegister: Register<Manufactory> = {
  name: 'manufactories',
  entity: Manufactory,
  owner: 'parent_institution',
  columns: {
    parent_institution: column.reference('ParentInstitution', () => ParentInstitution),
    idea: column.reference('Idea'),
    name: column.text,
    status: column.oneOf(ManufactoryStatus),
    support_phase: column.oneOf(SupportPhase),
    protected_from: column.optional(column.date),
    protected_until: column.optional(column.date),
    independent_since: column.optional(column.date),
    retained_since: column.optional(column.date),
    closed_on: column.optional(column.date),
    closure_reason: column.optional(column.text),
    legal_form_code: column.optional(column.classOf(LEGAL_FORMS)),
    activity_code: column.classOf(NACE),
    territory: column.territory,
    source: column.optional(column.text),
  },
};

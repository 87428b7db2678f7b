import type { EntityManager } from '@mikro-orm/postgresql';
import { LEGAL_FORMS, NACE } from '../../../shared/classification/code-list.ts';
import * as column from '../../../shared/register/column.ts';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow, Register } from '../../../shared/register/register.ts';
import { Department } from '../department/department.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { eventsOfImport } from './manufactory.events.ts';
import { Manufactory } from './manufactory.ts';
import { ManufactoryStatus, SupportPhase } from './manufactory-status.ts';

export const manufactoryRegister: Register<Manufactory> = {
  name: 'manufactories',
  entity: Manufactory,
  owner: 'parent_institution',
  columns: {
    parent_institution: column.reference('ParentInstitution', () => ParentInstitution),
    department: column.optional(column.reference('Department', () => Department)),
    idea: column.reference('Idea'),
    name: column.text,
    status: column.oneOf(ManufactoryStatus),
    support_phase: column.oneOf(SupportPhase),
    protected_from: column.optional(column.date),
    protected_until: column.optional(column.date),
    extension_reason: column.optional(column.text),
    independent_since: column.optional(column.date),
    retained_since: column.optional(column.date),
    closed_on: column.optional(column.date),
    closure_reason: column.optional(column.text),
    legal_form_code: column.optional(column.classOf(LEGAL_FORMS)),
    identifier_scheme: column.optional(column.text),
    identifier: column.optional(column.text),
    became_organisation: column.optional(column.reference('Organisation')),
    activity_code: column.classOf(NACE),
    territory: column.territory,
    source: column.optional(column.text),
  },
  check: departmentProblems,
  events: eventsOfImport,
};

/** A manufactory is a department of its own parent institution, and of no other. */
async function departmentProblems(em: EntityManager, rows: ReadyRow<Manufactory>[]): Promise<RowProblem[]> {
  const ids = rows.flatMap(({ row }) => row.departmentId ?? []);
  const departments = await em.find(Department, { uuid: { $in: ids } });
  const parents = new Map(departments.map(({ uuid, parentInstitutionId }) => [uuid, parentInstitutionId]));
  return rows
    .filter(({ row }) => row.departmentId !== null && parents.get(row.departmentId) !== row.parentInstitutionId)
    .map(({ line }) => ({ line, column: 'department', reason: 'is a department of another parent institution' }));
}

import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { findOwn } from '../../../shared/write/named-row.ts';
import { Department } from './department.ts';

/** Finds the department that something moves into, and keeps others from closing it meanwhile. */
export async function findDepartment(em: EntityManager, id: string): Promise<Department> {
  const department = await findOwn(em, Department, 'departmentId', id);
  await em.refresh(department, { lockMode: LockMode.PESSIMISTIC_READ });
  return department;
}

import { LockMode } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { refuseBlank } from '../../../shared/write/refuse-blank.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { ManufactoryConnection } from '../manufactory/manufactory.connection.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { ManufactoryStatus } from '../manufactory/manufactory-status.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { DepartmentConnection } from './department.connection.ts';
import { CloseDepartmentInput, DepartmentFilter, OpenDepartmentInput } from './department.inputs.ts';
import { Department } from './department.ts';

@Resolver(() => Department)
export class DepartmentResolver {
  @Query(() => DepartmentConnection, {
    nullable: true,
    description: 'The departments of all parent institutions, by name.',
  })
  departments(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => DepartmentFilter, { nullable: true }) filter: DepartmentFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = filter?.open == null ? {} : { closedOn: filter.open ? null : { $ne: null } };
    return DepartmentConnection.of(pageOf(em, { entity: Department, where, order: [{ property: 'name' }] }, page));
  }

  @Query(() => Department, { nullable: true })
  department(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveDepartment({ id }, context);
  }

  @Mutation(() => Department)
  @RequiresScopes('hub:write', 'institutions:write')
  openDepartment(@Arg('input', () => OpenDepartmentInput) input: OpenDepartmentInput, @Ctx() context: Context) {
    return write(context, Department, 'openDepartment', input, async (em) => {
      refuseBlank({ name: input.name });
      const parent = await findOwn(em, ParentInstitution, 'parentInstitutionId', input.parentInstitutionId);
      return Object.assign(new Department(), {
        organisationId: parent.organisationId,
        parentInstitutionId: parent.uuid,
        name: input.name,
        openedOn: happenedOn(input.on),
      });
    });
  }

  @Mutation(() => Department, { description: 'Closes a department that is home to no manufactory any more.' })
  @RequiresScopes('hub:write', 'institutions:write')
  closeDepartment(@Arg('input', () => CloseDepartmentInput) input: CloseDepartmentInput, @Ctx() context: Context) {
    return write(context, Department, 'closeDepartment', input, async (em) => {
      const department = await findRowToEdit(em, Department, input);
      await em.refresh(department, { lockMode: LockMode.PESSIMISTIC_WRITE }); // nobody moves in meanwhile
      const gone = [ManufactoryStatus.CLOSED, ManufactoryStatus.INDEPENDENT];
      const hosted = await em.find(Manufactory, { departmentId: department.uuid, status: { $nin: gone } });
      department.close(
        happenedOn(input.on),
        hosted.map(({ name }) => name),
      );
      return department;
    });
  }

  @FieldResolver(() => ParentInstitution, { nullable: true })
  parentInstitution(@Root() { parentInstitutionId }: Department, @Ctx() { loaders }: Context) {
    return loaders.parentInstitutionById.load(toGlobalId('ParentInstitution', parentInstitutionId));
  }

  @FieldResolver(() => ManufactoryConnection, { description: 'The manufactories that began as a part of it, by name.' })
  manufactories(
    @Root() { uuid }: Department,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return ManufactoryConnection.of(loaders.manufactoriesByDepartment(page).load(uuid));
  }
}

export const resolveDepartment = ({ id }: { id: string }, { loaders }: Context) => loaders.departmentById.load(id);

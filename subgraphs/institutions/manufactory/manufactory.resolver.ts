import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Department } from '../department/department.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { ManufactoryConnection } from './manufactory.connection.ts';
import { ManufactoryFilter } from './manufactory.inputs.ts';
import { Manufactory } from './manufactory.ts';

@Resolver(() => Manufactory)
export class ManufactoryResolver {
  @Query(() => ManufactoryConnection, {
    nullable: true,
    description: 'The manufactories of all partnerships, by name.',
  })
  manufactories(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ManufactoryFilter, { nullable: true }) filter: ManufactoryFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = {
      ...withinTerritory(filter?.territory),
      ...(filter?.status ? { status: filter.status } : {}),
      ...(filter?.supportPhase ? { supportPhase: filter.supportPhase } : {}),
    };
    return ManufactoryConnection.of(pageOf(em, { entity: Manufactory, where, order: [{ property: 'name' }] }, page));
  }

  @Query(() => Manufactory, { nullable: true })
  manufactory(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveManufactory({ id }, context);
  }

  @FieldResolver(() => ParentInstitution, { nullable: true, description: 'Who hosts it, or hosted it at first.' })
  parentInstitution(@Root() { parentInstitutionId }: Manufactory, @Ctx() { loaders }: Context) {
    return loaders.parentInstitutionById.load(toGlobalId('ParentInstitution', parentInstitutionId));
  }

  @FieldResolver(() => Department, {
    nullable: true,
    description: 'The department of its parent institution that it is, or was at first.',
  })
  department(@Root() { departmentId }: Manufactory, @Ctx() { loaders }: Context) {
    return departmentId === null ? null : loaders.departmentById.load(toGlobalId('Department', departmentId));
  }
}

export const resolveManufactory = ({ id }: { id: string }, { loaders }: Context) => loaders.manufactoryById.load(id);

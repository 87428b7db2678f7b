import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { ManufactoryConnection } from './manufactory.connection.ts';
import { Manufactory, ManufactoryStatus } from './manufactory.ts';

@InputType()
export class ManufactoryFilter {
  @Field(() => String, { nullable: true, description: 'Working in this territory, or beneath it.' })
  territory?: string;

  @Field(() => ManufactoryStatus, { nullable: true })
  status?: ManufactoryStatus;
}

@Resolver(() => Manufactory)
export class ManufactoryResolver {
  @Query(() => ManufactoryConnection, { description: 'The manufactories of all partnerships, by name.' })
  manufactories(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ManufactoryFilter, { nullable: true }) filter: ManufactoryFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = { ...withinTerritory(filter?.territory), ...(filter?.status ? { status: filter.status } : {}) };
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
}

export const resolveManufactory = ({ id }: { id: string }, { loaders }: Context) => loaders.manufactoryById.load(id);

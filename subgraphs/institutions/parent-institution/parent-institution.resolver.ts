import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { ManufactoryConnection } from '../manufactory/manufactory.connection.ts';
import { ParentInstitution } from './parent-institution.ts';

export const ParentInstitutionConnection = connectionOf(ParentInstitution, 'ParentInstitution');

@InputType()
export class ParentInstitutionFilter {
  @Field(() => String, { nullable: true, description: 'Hosting in this territory, or beneath it.' })
  territory?: string;
}

@Resolver(() => ParentInstitution)
export class ParentInstitutionResolver {
  @Query(() => ParentInstitutionConnection, { description: 'The institutions that host manufactories.' })
  parentInstitutions(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ParentInstitutionFilter, { nullable: true }) filter: ParentInstitutionFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = withinTerritory(filter?.territory);
    return ParentInstitutionConnection.of(pageOf(em, { entity: ParentInstitution, where, order: [] }, page));
  }

  @Query(() => ParentInstitution, { nullable: true })
  parentInstitution(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveParentInstitution({ id }, context);
  }

  @FieldResolver(() => ManufactoryConnection, { description: 'The manufactories that it hosts or hosted, by name.' })
  manufactories(
    @Root() { uuid }: ParentInstitution,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return ManufactoryConnection.of(loaders.manufactoriesByParent(page).load(uuid));
  }
}

export const resolveParentInstitution = ({ id }: { id: string }, { loaders }: Context) =>
  loaders.parentInstitutionById.load(id);

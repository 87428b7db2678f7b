import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { Organisation } from './organisation.ts';

export const OrganisationConnection = connectionOf(Organisation, 'Organisation');

@InputType()
export class OrganisationFilter {
  @Field(() => String, { nullable: true, description: 'With its seat in this territory, or beneath it.' })
  territory?: string;
}

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => OrganisationConnection, { description: 'The organisations of all partnerships, by name.' })
  organisations(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OrganisationFilter, { nullable: true }) filter: OrganisationFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = withinTerritory(filter?.territory);
    return OrganisationConnection.of(pageOf(em, { entity: Organisation, where, order: [{ property: 'name' }] }, page));
  }

  @Query(() => Organisation, { nullable: true })
  organisation(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveOrganisation({ id }, context);
  }
}

export const resolveOrganisation = ({ id }: { id: string }, { loaders }: Context) => loaders.organisationById.load(id);

import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { PartnerConnection } from '../partner/partner.resolver.ts';
import { Organisation } from './organisation.ts';

export const OrganisationConnection = connectionOf(Organisation, 'Organisation');

@InputType()
export class OrganisationFilter {
  @Field(() => String, { nullable: true, description: 'With its seat in this territory, or beneath it.' })
  territory?: string;

  @Field(() => String, { nullable: true, description: 'With this text anywhere in its name, in capitals or not.' })
  name?: string | null;
}

/** In LIKE, these three stand for something else than themselves. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => OrganisationConnection, {
    nullable: true,
    description: 'The organisations of all partnerships, by name.',
  })
  organisations(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OrganisationFilter, { nullable: true }) filter: OrganisationFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = {
      ...withinTerritory(filter?.territory),
      ...(filter?.name ? { name: { $ilike: `%${literal(filter.name)}%` } } : {}),
    };
    return OrganisationConnection.of(pageOf(em, { entity: Organisation, where, order: [{ property: 'name' }] }, page));
  }

  @Query(() => Organisation, { nullable: true })
  organisation(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveOrganisation({ id }, context);
  }

  @FieldResolver(() => PartnerConnection, { description: 'Its part in partnerships, by the day it joined.' })
  memberships(
    @Root() { uuid }: Organisation,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return PartnerConnection.of(loaders.partnersByOrganisation(page).load(uuid));
  }
}

export const resolveOrganisation = ({ id }: { id: string }, { loaders }: Context) => loaders.organisationById.load(id);

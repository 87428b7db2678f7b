import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { Context } from '../context.ts';
import { Network } from './network.ts';

export const NetworkConnection = connectionOf(Network, 'Network');

@InputType()
export class NetworkFilter {
  @Field(() => String, { nullable: true, description: 'Whose territory this is, or lies beneath it.' })
  territory?: string;

  @Field(() => TerritoryLevel, { nullable: true })
  level?: TerritoryLevel;
}

@Resolver(() => Network)
export class NetworkResolver {
  @Query(() => NetworkConnection, { nullable: true, description: 'The networks that gather outcomes, by name.' })
  networks(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => NetworkFilter, { nullable: true }) filter: NetworkFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = { ...withinTerritory(filter?.territory), ...(filter?.level ? { level: filter.level } : {}) };
    return NetworkConnection.of(pageOf(em, { entity: Network, where, order: [{ property: 'name' }] }, page));
  }

  @Query(() => Network, { nullable: true })
  network(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveNetwork({ id }, context);
  }
}

export const resolveNetwork = ({ id }: { id: string }, { loaders }: Context) => loaders.networkById.load(id);

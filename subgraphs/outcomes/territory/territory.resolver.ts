import { Arg, Args, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOfList } from '../../../shared/connection/page-of-list.ts';
import { knownTerritory } from '../../../shared/database/placed-row.ts';
import { allTerritories, childrenOf, findTerritory, TerritoryLevel } from '../../../shared/territory/territory.ts';
import { Territory } from './territory.ts';

const TerritoryConnection = connectionOf(Territory, 'Territory');

@InputType()
export class TerritoryFilter {
  @Field(() => String, { nullable: true, description: 'This territory and all beneath it.' })
  territory?: string;

  @Field(() => TerritoryLevel, { nullable: true })
  level?: TerritoryLevel;
}

/** The one place where the graph tells what a territory is; everybody else knows its code alone. */
@Resolver(() => Territory)
export class TerritoryResolver {
  @Query(() => TerritoryConnection, {
    nullable: true,
    description: 'All territories, each one behind the one that it is in.',
  })
  territories(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => TerritoryFilter, { nullable: true }) filter: TerritoryFilter | null,
  ) {
    const path = filter?.territory == null ? '' : knownTerritory(filter.territory).path;
    const found = allTerritories().filter(
      (entry) => entry.path.startsWith(path) && (!filter?.level || entry.level === filter.level),
    );
    return TerritoryConnection.of(pageOfList(found, 'code', page, (entry) => new Territory(entry)));
  }

  @Query(() => Territory, { nullable: true })
  territory(@Arg('code', () => ID) code: string) {
    return resolveTerritory({ code });
  }

  @FieldResolver(() => Territory, {
    nullable: true,
    description: 'What it lies in; null for the EU, and for countries outside.',
  })
  parent(@Root() { code }: Territory) {
    const parent = findTerritory(code)?.parentCode;
    return parent ? resolveTerritory({ code: parent }) : null;
  }

  @FieldResolver(() => TerritoryConnection, { description: 'What lies in it, one step down, by code.' })
  children(@Root() { code }: Territory, @Args(() => PageArguments) page: PageArguments) {
    return TerritoryConnection.of(pageOfList(childrenOf(code), 'code', page, (entry) => new Territory(entry)));
  }
}

export function resolveTerritory({ code }: { code: string }): Territory | null {
  const entry = findTerritory(code);
  return entry && new Territory(entry);
}

import type { FilterQuery } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { decodeCursor } from '../../../shared/connection/cursor.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { toGlobalId, uuidOf } from '../../../shared/global-id/global-id.ts';
import { keptAtMost } from '../../../shared/subgraph/kept-at-most.ts';
import type { Context } from '../context.ts';
import { resolveDataset } from '../dataset/dataset.resolver.ts';
import { Dataset } from '../dataset/dataset.ts';
import { Network } from '../network/network.ts';
import { Organisation } from '../organisation/organisation.stub.ts';
import { latestRelease } from './latest-release.ts';
import { NEWEST_FIRST, ReleaseFilter } from './release.inputs.ts';
import { Release } from './release.ts';
import { ReleaseColumn } from './release-column.ts';
import {
  assertFiguresSize,
  BY_TERRITORY,
  ReleaseFigures,
  ReleaseFiguresArguments,
  ReleaseFiguresConnection,
} from './release-figures.ts';
import { concerning, isPublic, mayMeetDrafts } from './visible-releases.ts';

export const ReleaseConnection = connectionOf(Release, 'Release');

@Resolver(() => Release)
export class ReleaseResolver {
  @Query(() => ReleaseConnection, {
    nullable: true,
    description:
      'What networks have published, the newest first: by the day on which it was assembled, then by period and number.',
  })
  releases(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ReleaseFilter, { nullable: true }) filter: ReleaseFilter | null,
    @Ctx() { em, caller }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (mayMeetDrafts(caller)) keptAtMost(info, 0);
    const where: FilterQuery<Release> = conditionOf(filter ?? {});
    return ReleaseConnection.of(pageOf(em, { entity: Release, where, order: NEWEST_FIRST }, page));
  }

  @Query(() => Release, { nullable: true })
  release(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return resolveRelease({ id }, context, info);
  }

  @Query(() => Release, {
    nullable: true,
    description:
      'What is published of the territory for the latest period: by its own network or, where that has published nothing, by the one nearest above it.',
  })
  latestRelease(
    @Arg('dataset', () => String, { description: 'The code of a dataset, such as PEOPLE.' }) dataset: string,
    @Arg('territory', () => String) territory: string,
    @Ctx() { em }: Context,
  ) {
    return latestRelease(em, dataset, territory);
  }

  @FieldResolver(() => Dataset, { nullable: true })
  dataset(@Root() { dataset }: Release) {
    return resolveDataset({ code: dataset });
  }

  @FieldResolver(() => Network, { nullable: true, description: 'Who publishes it.' })
  network(@Root() { networkId }: Release, @Ctx() { loaders }: Context) {
    return loaders.networkById.load(toGlobalId('Network', networkId));
  }

  @FieldResolver(() => [Organisation], { description: 'Whose submissions are in it.' })
  contributors(@Root() { contributors }: Release) {
    return contributors.map(Organisation.of);
  }

  @FieldResolver(() => Release, { nullable: true, description: 'Which it takes the place of, or would.' })
  supersedes(@Root() release: Release, @Ctx() { loaders }: Context) {
    const { networkId, dataset, period, number } = release;
    return loaders.publishedByNumber.load({ networkId, dataset, period, number: number - 1 });
  }

  @FieldResolver(() => Release, { nullable: true, description: 'Which took its place.' })
  supersededBy(@Root() release: Release, @Ctx() { loaders }: Context) {
    if (release.sequence === null) return null;
    const { networkId, dataset, period, number } = release;
    return loaders.publishedByNumber.load({ networkId, dataset, period, number: number + 1 });
  }

  @FieldResolver(() => [ReleaseColumn], { description: 'Which figures it has of each territory.' })
  columns(@Root() { columns }: Release) {
    return columns.map((column) => new ReleaseColumn(column));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'SHA-256, in hexadecimal, of all that is published in it; whoever has kept it can tell that no figure was changed since. Null until it is published.',
  })
  hash(@Root() release: Release) {
    return isPublic(release) ? release.hash : null;
  }

  @FieldResolver(() => ReleaseFiguresConnection, {
    nullable: true,
    description:
      "By the territories' codes. A territory of the release that is left out has 0 in every count, and no quotient. Null for everybody until the release is published: who could compare drafts would learn who is in one of them only.",
  })
  async figures(
    @Root() release: Release,
    @Args(() => ReleaseFiguresArguments) page: ReleaseFiguresArguments,
    @Ctx() { loaders }: Context,
  ) {
    assertFiguresSize(page);
    if (!isPublic(release)) return null;
    const { uuid, columns } = release;
    const [after = null] = page.after == null ? [] : decodeCursor(page.after, BY_TERRITORY, () => 'text');
    const { first } = page;
    const { rows, count } = await loaders.figuresByRelease({ first, after: after as string | null }).load(uuid);
    return new ReleaseFiguresConnection({
      rows: rows.slice(0, first).map((row) => new ReleaseFigures(row, columns)),
      order: BY_TERRITORY,
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      count,
    });
  }
}

function conditionOf({ territory, network, ...equal }: ReleaseFilter): object {
  const given = Object.entries(equal).filter(([, value]) => value != null);
  return {
    ...Object.fromEntries(given),
    ...(territory == null ? {} : concerning(territory)),
    ...(network == null ? {} : { networkId: { $in: [uuidOf('Network', network)].filter((uuid) => uuid !== null) } }),
  };
}

/** A draft is there for its network alone, and nobody hears when it changes: so who may see one keeps no answer. */
export function resolveRelease({ id }: { id: string }, { loaders, caller }: Context, info: GraphQLResolveInfo) {
  if (mayMeetDrafts(caller)) keptAtMost(info, 0);
  return loaders.releaseById.load(id);
}

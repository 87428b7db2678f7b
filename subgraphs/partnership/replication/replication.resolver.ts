import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Partnership } from '../partnership/partnership.ts';
import { Replication, ReplicationStatus } from './replication.ts';

const ReplicationConnection = connectionOf(Replication, 'Replication');

@InputType()
export class ReplicationFilter {
  @Field(() => String, { nullable: true, description: 'Taking the model over to this territory, or beneath it.' })
  territory?: string | null;

  @Field(() => ReplicationStatus, { nullable: true })
  status?: ReplicationStatus | null;
}

@Resolver(() => Replication)
export class ReplicationResolver {
  @Query(() => ReplicationConnection, {
    nullable: true,
    description: 'Where the model is taken over, the first considered first.',
  })
  replications(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ReplicationFilter, { nullable: true }) filter: ReplicationFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = { ...withinTerritory(filter?.territory), ...(filter?.status ? { status: filter.status } : {}) };
    const order = [{ property: 'consideredOn' }];
    return ReplicationConnection.of(pageOf(em, { entity: Replication, where, order }, page));
  }

  @Query(() => Replication, { nullable: true })
  replication(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveReplication({ id }, context);
  }

  @FieldResolver(() => Partnership, { nullable: true, description: 'Whose model is taken over.' })
  partnership(@Root() { partnershipId }: Replication, @Ctx() { loaders }: Context) {
    return loaders.partnershipById.load(toGlobalId('Partnership', partnershipId));
  }

  @FieldResolver(() => Partnership, { nullable: true, description: 'The partnership that came of it.' })
  startedPartnership(@Root() { startedPartnershipId: uuid }: Replication, @Ctx() { loaders }: Context) {
    return uuid && loaders.partnershipById.load(toGlobalId('Partnership', uuid));
  }
}

/** What a partnership says of its replications. */
@Resolver(() => Partnership)
export class PartnershipReplications {
  @FieldResolver(() => ReplicationConnection, {
    description: 'The localities that take the model over from it, the first considered first.',
  })
  replications(
    @Root() { uuid }: Partnership,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return ReplicationConnection.of(loaders.replicationsByPartnership(page).load(uuid));
  }

  @FieldResolver(() => Partnership, { nullable: true, description: 'The partnership whose model it took over.' })
  async replicatedFrom(@Root() { uuid }: Partnership, @Ctx() { loaders }: Context) {
    const replication = await loaders.replicationByStartedPartnership.load(uuid);
    return replication && loaders.partnershipById.load(toGlobalId('Partnership', replication.partnershipId));
  }
}

export const resolveReplication = ({ id }: { id: string }, { loaders }: Context) => loaders.replicationById.load(id);

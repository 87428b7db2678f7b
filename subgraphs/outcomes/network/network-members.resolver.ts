import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import type { Context } from '../context.ts';
import { Partnership } from '../partnership/partnership.stub.ts';
import { Network } from './network.ts';

/** The partnership subgraph has a connection of its own by the plain name. */
const NetworkPartnershipConnection = connectionOf(Partnership, 'NetworkPartnership');

/** Who belongs to a network. */
@Resolver(() => Network)
export class NetworkMembersResolver {
  @FieldResolver(() => NetworkPartnershipConnection, {
    description: 'The partnerships that joined it, the first to join first.',
  })
  async partnerships(
    @Root() { uuid }: Network,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    const members = await loaders.membersByNetwork(page).load(uuid);
    const rows = members.rows.map((member) => ({ ...member, ...Partnership.of(member.partnershipId) }));
    return new NetworkPartnershipConnection({ ...members, rows });
  }
}

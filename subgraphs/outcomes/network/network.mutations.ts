import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { assertActsFor } from '../../../shared/write/assert-own.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import { findNamed, uuidIn } from '../../../shared/write/named-row.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { KnownLeader } from '../partnership/known-leader.ts';
import { JoinNetworkInput } from './network.inputs.ts';
import { Network } from './network.ts';
import { NetworkMember } from './network-member.ts';

@Resolver()
export class NetworkMutations {
  @Mutation(() => Network, {
    description:
      'A partnership joins a network, which may then see and approve what its partners submit: so its leader decides.',
  })
  @RequiresScopes('hub:write', 'partnership:write')
  joinNetwork(
    @Arg('input', () => JoinNetworkInput) input: JoinNetworkInput,
    @Ctx() context: Context,
  ): Promise<Network> {
    return write(context, Network, 'joinNetwork', input, async (em) => {
      const partnershipId = uuidIn('partnershipId', 'Partnership', input.partnershipId);
      const joinedOn = happenedOn(input.on);
      const leader = await em.findOne(KnownLeader, { id: partnershipId });
      assertActsFor(leader?.organisationId ?? null);
      const network = await findNamed(em, Network, 'networkId', input.networkId);
      const { organisationId, uuid: networkId } = network;
      await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`join ${networkId} ${partnershipId}`]);
      const member = await em.findOne(NetworkMember, { networkId, partnershipId });
      if (member) throw alreadyIn(network, member);

      em.persist(Object.assign(new NetworkMember(), { organisationId, networkId, partnershipId, joinedOn }));
      return network;
    });
  }
}

const alreadyIn = ({ id, name }: Network, { partnershipId, joinedOn }: NetworkMember): DomainError =>
  new DomainError('CONFLICT', `The partnership joined ${name} on ${joinedOn}; there is nothing left to do.`, {
    guard: 'member',
    network: id,
    partnership: toGlobalId('Partnership', partnershipId),
  });

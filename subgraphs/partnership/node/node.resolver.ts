import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { typeOf } from '../../../shared/global-id/global-id.ts';
import { Node } from '../../../shared/node/node.ts';
import type { Context } from '../context.ts';
import { resolveDataSharingAgreement } from '../data-sharing-agreement/data-sharing-agreement.resolver.ts';
import { resolveExchange } from '../exchange/exchange.resolver.ts';
import { resolveOrganisation } from '../organisation/organisation.resolver.ts';
import { resolvePartner } from '../partner/partner.resolver.ts';
import { resolvePartnership } from '../partnership/partnership.resolver.ts';
import { resolveReplication } from '../replication/replication.resolver.ts';
import { stubByType } from './node.stubs.ts';

const MOST = 100;

const own = new Map<string, (reference: { id: string }, context: Context) => Promise<Node | null>>([
  ['DataSharingAgreement', resolveDataSharingAgreement],
  ['Exchange', resolveExchange],
  ['Organisation', resolveOrganisation],
  ['Partner', resolvePartner],
  ['Partnership', resolvePartnership],
  ['Replication', resolveReplication],
]);

/** Two subgraphs that shared these fields would lose ids, so this one answers for the whole graph. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Whatever has this id, in any subgraph; null where nothing has.' })
  node(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return find(id, context);
  }

  @Query(() => [Node], { nullable: 'itemsAndList', description: 'As `node`, for up to 100 ids, in their order.' })
  nodes(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: Context) {
    if (ids.length > MOST)
      throw new Invalid(`\`ids\` may be up to ${MOST}; got ${ids.length}.`, { field: 'ids', limit: MOST });
    return ids.map((id) => find(id, context));
  }
}

function find(id: string, context: Context) {
  const type = typeOf(id) ?? '';
  const resolve = own.get(type);
  if (resolve) return resolve({ id }, context);

  const Stub = stubByType.get(type);
  return Stub ? Object.assign(new Stub(), { id }) : null;
}

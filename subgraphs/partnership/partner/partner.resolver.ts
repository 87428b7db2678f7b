import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../../shared/connection/connection.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Organisation } from '../organisation/organisation.ts';
import { Partnership } from '../partnership/partnership.ts';
import { Partner } from './partner.ts';

export const PartnerConnection = connectionOf(Partner, 'Partner');

@Resolver(() => Partner)
export class PartnerResolver {
  @FieldResolver(() => Partnership, { nullable: true })
  partnership(@Root() { partnershipId }: Partner, @Ctx() { loaders }: Context) {
    return loaders.partnershipById.load(toGlobalId('Partnership', partnershipId));
  }

  @FieldResolver(() => Organisation, { nullable: true })
  organisation(@Root() { memberId }: Partner, @Ctx() { loaders }: Context) {
    return loaders.organisationById.load(toGlobalId('Organisation', memberId));
  }
}

export const resolvePartner = ({ id }: { id: string }, { loaders }: Context) => loaders.partnerById.load(id);

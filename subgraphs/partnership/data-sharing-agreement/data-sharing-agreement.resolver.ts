import type { FilterQuery } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { todayFor } from '../../../shared/subgraph/today-for.ts';
import type { Context } from '../context.ts';
import { Partner } from '../partner/partner.ts';
import { Partnership } from '../partnership/partnership.ts';
import { DataSharingAgreement, SharingPurpose } from './data-sharing-agreement.ts';

const DataSharingAgreementConnection = connectionOf(DataSharingAgreement, 'DataSharingAgreement');

@InputType()
export class DataSharingAgreementFilter {
  @Field(() => SharingPurpose, { nullable: true })
  purpose?: SharingPurpose | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'In force on this day.' })
  inForceOn?: string | null;
}

@Resolver(() => DataSharingAgreement)
export class DataSharingAgreementResolver {
  @Query(() => DataSharingAgreementConnection, {
    nullable: true,
    description: 'What the partners of all partnerships agreed to share, the oldest agreement first.',
  })
  dataSharingAgreements(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => DataSharingAgreementFilter, { nullable: true }) filter: DataSharingAgreementFilter | null,
    @Ctx() { em }: Context,
  ) {
    const { purpose, inForceOn: day } = filter ?? {};
    const where: FilterQuery<DataSharingAgreement> = {
      ...(purpose ? { purpose } : {}),
      ...(day ? { since: { $lte: day }, $or: [{ until: null }, { until: { $gte: day } }] } : {}),
    };
    return DataSharingAgreementConnection.of(
      pageOf(em, { entity: DataSharingAgreement, where, order: [{ property: 'since' }] }, page),
    );
  }

  @Query(() => DataSharingAgreement, { nullable: true })
  dataSharingAgreement(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveDataSharingAgreement({ id }, context);
  }

  @FieldResolver(() => Boolean, { description: 'Whether data may be shared by it on this day, or today.' })
  isInForce(
    @Root() agreement: DataSharingAgreement,
    @Arg('on', () => GraphQLLocalDate, { nullable: true }) on: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return agreement.isInForce(on ?? todayFor(info));
  }

  @FieldResolver(() => [Partner], { description: 'The partners that it binds: two or more, up to 50.' })
  async parties(@Root() { uuid }: DataSharingAgreement, @Ctx() { loaders }: Context): Promise<Partner[]> {
    const ids = await loaders.partiesByAgreement.load(uuid);
    const partners = await Promise.all(ids.map((id) => loaders.partnerById.load(toGlobalId('Partner', id))));
    return partners.filter((partner) => partner !== null);
  }

  @FieldResolver(() => Partnership, { nullable: true })
  partnership(@Root() { partnershipId }: DataSharingAgreement, @Ctx() { loaders }: Context) {
    return loaders.partnershipById.load(toGlobalId('Partnership', partnershipId));
  }
}

/** What a partnership says of its agreements. */
@Resolver(() => Partnership)
export class PartnershipAgreements {
  @FieldResolver(() => DataSharingAgreementConnection, {
    description: 'What its partners agreed to share, the oldest agreement first.',
  })
  agreements(
    @Root() { uuid }: Partnership,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return DataSharingAgreementConnection.of(loaders.agreementsByPartnership(page).load(uuid));
  }
}

export const resolveDataSharingAgreement = ({ id }: { id: string }, { loaders }: Context) =>
  loaders.dataSharingAgreementById.load(id);

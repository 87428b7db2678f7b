import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { Money } from '../../../shared/money/money.ts';
import type { Context } from '../context.ts';
import { Municipality } from '../municipality/municipality.ts';
import { Incentive, IncentiveKind, IncentiveStatus } from './incentive.ts';

export const IncentiveConnection = connectionOf(Incentive, 'Incentive');

@InputType()
export class IncentiveFilter {
  @Field(() => String, { nullable: true, description: 'Awarded in this territory, or beneath it.' })
  territory?: string;

  @Field(() => IncentiveKind, { nullable: true })
  kind?: IncentiveKind;

  @Field(() => IncentiveStatus, { nullable: true })
  status?: IncentiveStatus;
}

@Resolver(() => Incentive)
export class IncentiveResolver {
  @Query(() => IncentiveConnection, { description: 'What municipalities awarded, the oldest award first.' })
  incentives(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => IncentiveFilter, { nullable: true }) filter: IncentiveFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = {
      ...withinTerritory(filter?.territory),
      ...(filter?.kind ? { kind: filter.kind } : {}),
      ...(filter?.status ? { status: filter.status } : {}),
    };
    return IncentiveConnection.of(pageOf(em, { entity: Incentive, where, order: [{ property: 'awardedOn' }] }, page));
  }

  @Query(() => Incentive, { nullable: true })
  incentive(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveIncentive({ id }, context);
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Who awarded it.' })
  municipality(@Root() { municipalityId }: Incentive, @Ctx() { loaders }: Context) {
    return loaders.municipalityById.load(toGlobalId('Municipality', municipalityId));
  }

  @FieldResolver(() => Money, { description: 'What was paid of it until now.' })
  async paid(@Root() { uuid, currency }: Incentive, @Ctx() { loaders }: Context) {
    return new Money((await loaders.paidByIncentive.load(uuid)) ?? '0.00', currency);
  }
}

export const resolveIncentive = ({ id }: { id: string }, { loaders }: Context) => loaders.incentiveById.load(id);

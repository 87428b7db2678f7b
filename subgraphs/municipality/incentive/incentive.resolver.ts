import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { Money } from '../../../shared/money/money.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';
import type { Context } from '../context.ts';
import { IncentiveScheme } from '../incentive-scheme/incentive-scheme.ts';
import { Municipality } from '../municipality/municipality.ts';
import { PaymentConnection } from '../payment/payment.resolver.ts';
import { INCENTIVE_ORDERS, IncentiveFilter, IncentiveOrder } from './incentive.inputs.ts';
import { Incentive } from './incentive.ts';

export const IncentiveConnection = connectionOf(Incentive, 'Incentive');

@Resolver(() => Incentive)
export class IncentiveResolver {
  @Query(() => IncentiveConnection, { nullable: true, description: 'What municipalities awarded.' })
  incentives(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => IncentiveFilter, { nullable: true }) filter: IncentiveFilter | null,
    @Arg('orderBy', () => IncentiveOrder, { defaultValue: IncentiveOrder.OLDEST_FIRST }) orderBy: IncentiveOrder,
    @Ctx() { em }: Context,
  ) {
    const where = {
      ...withinTerritory(filter?.territory),
      ...(filter?.kind ? { kind: filter.kind } : {}),
      ...(filter?.status ? { status: filter.status } : {}),
    };
    return IncentiveConnection.of(pageOf(em, { entity: Incentive, where, order: INCENTIVE_ORDERS[orderBy] }, page));
  }

  @Query(() => Incentive, { nullable: true })
  incentive(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveIncentive({ id }, context);
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Who awarded it.' })
  municipality(@Root() { municipalityId }: Incentive, @Ctx() { loaders }: Context) {
    return loaders.municipalityById.load(toGlobalId('Municipality', municipalityId));
  }

  @FieldResolver(() => Money, { description: 'What was paid of it until now, also what was returned since.' })
  async paid(@Root() { uuid, currency }: Incentive, @Ctx() { loaders }: Context) {
    return new Money((await loaders.paidByIncentive.load(uuid)) ?? '0.00', currency);
  }

  @FieldResolver(() => PaymentConnection, { description: 'How it was paid, the first payment first.' })
  payments(@Root() { uuid }: Incentive, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    return PaymentConnection.of(loaders.paymentsByIncentive(page).load(uuid));
  }

  @FieldResolver(() => IncentiveScheme, { nullable: true, description: 'By which it was awarded.' })
  scheme(@Root() { schemeId }: Incentive, @Ctx() { loaders }: Context) {
    return schemeId && loaders.incentiveSchemeById.load(toGlobalId('IncentiveScheme', schemeId));
  }

  @FieldResolver(() => BudgetLine, { nullable: true, description: 'From which it was awarded.' })
  async budgetLine(@Root() { schemeId }: Incentive, @Ctx() { loaders }: Context) {
    const scheme = schemeId && (await loaders.incentiveSchemeById.load(toGlobalId('IncentiveScheme', schemeId)));
    return scheme && loaders.budgetLineById.load(toGlobalId('BudgetLine', scheme.budgetLineId));
  }
}

export const resolveIncentive = ({ id }: { id: string }, { loaders }: Context) => loaders.incentiveById.load(id);

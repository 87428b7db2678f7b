import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';
import type { Context } from '../context.ts';
import { IncentiveConnection } from '../incentive/incentive.resolver.ts';
import { Municipality } from '../municipality/municipality.ts';
import { IncentiveSchemeFilter } from './incentive-scheme.inputs.ts';
import { IncentiveScheme } from './incentive-scheme.ts';

export const IncentiveSchemeConnection = connectionOf(IncentiveScheme, 'IncentiveScheme');

@Resolver(() => IncentiveScheme)
export class IncentiveSchemeResolver {
  @Query(() => IncentiveSchemeConnection, {
    nullable: true,
    description: 'The schemes of municipalities, the first to open first.',
  })
  incentiveSchemes(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => IncentiveSchemeFilter, { nullable: true }) filter: IncentiveSchemeFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = {
      ...withinTerritory(filter?.territory),
      ...(filter?.kind ? { kind: filter.kind } : {}),
      ...(filter?.status ? { status: filter.status } : {}),
    };
    return IncentiveSchemeConnection.of(
      pageOf(em, { entity: IncentiveScheme, where, order: [{ property: 'opensOn' }] }, page),
    );
  }

  @Query(() => IncentiveScheme, { nullable: true })
  incentiveScheme(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveIncentiveScheme({ id }, context);
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Whose scheme it is.' })
  municipality(@Root() { municipalityId }: IncentiveScheme, @Ctx() { loaders }: Context) {
    return loaders.municipalityById.load(toGlobalId('Municipality', municipalityId));
  }

  @FieldResolver(() => BudgetLine, { nullable: true, description: 'From which it awards.' })
  budgetLine(@Root() { budgetLineId }: IncentiveScheme, @Ctx() { loaders }: Context) {
    return loaders.budgetLineById.load(toGlobalId('BudgetLine', budgetLineId));
  }

  @FieldResolver(() => IncentiveConnection, { description: 'What was awarded by it, the oldest first.' })
  incentives(
    @Root() { uuid }: IncentiveScheme,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return IncentiveConnection.of(loaders.incentivesByScheme(page).load(uuid));
  }
}

export const resolveIncentiveScheme = ({ id }: { id: string }, { loaders }: Context) =>
  loaders.incentiveSchemeById.load(id);

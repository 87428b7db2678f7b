import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { BudgetOrder } from '../budget/budget.inputs.ts';
import { BudgetConnection } from '../budget/budget.resolver.ts';
import type { Context } from '../context.ts';
import { IncentiveSchemeConnection } from '../incentive-scheme/incentive-scheme.resolver.ts';
import { SocialPolicyConnection } from '../social-policy/social-policy.resolver.ts';
import { Municipality } from './municipality.ts';

const MunicipalityConnection = connectionOf(Municipality, 'Municipality');

@InputType()
export class MunicipalityFilter {
  @Field(() => String, { nullable: true, description: 'Governing this territory, or one beneath it.' })
  territory?: string;
}

@Resolver(() => Municipality)
export class MunicipalityResolver {
  @Query(() => MunicipalityConnection, {
    nullable: true,
    description: 'The municipalities of all partnerships, by name.',
  })
  municipalities(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => MunicipalityFilter, { nullable: true }) filter: MunicipalityFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = withinTerritory(filter?.territory);
    return MunicipalityConnection.of(pageOf(em, { entity: Municipality, where, order: [{ property: 'name' }] }, page));
  }

  @Query(() => Municipality, { nullable: true })
  municipality(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveMunicipality({ id }, context);
  }

  @FieldResolver(() => SocialPolicyConnection, { description: 'By which it adopts the model, the oldest first.' })
  socialPolicies(
    @Root() { uuid }: Municipality,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return SocialPolicyConnection.of(loaders.socialPoliciesByMunicipality(page).load(uuid));
  }

  @FieldResolver(() => BudgetConnection, { description: 'One for each year.' })
  budgets(
    @Root() { uuid }: Municipality,
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Arg('orderBy', () => BudgetOrder, { defaultValue: BudgetOrder.OLDEST_FIRST }) orderBy: BudgetOrder,
    @Ctx() { loaders }: Context,
  ) {
    return BudgetConnection.of(loaders.budgetsByMunicipality({ first, after: after ?? null, orderBy }).load(uuid));
  }

  @FieldResolver(() => IncentiveSchemeConnection, { description: 'By which it awards, the first to open first.' })
  schemes(@Root() { uuid }: Municipality, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    return IncentiveSchemeConnection.of(loaders.schemesByMunicipality(page).load(uuid));
  }
}

export const resolveMunicipality = ({ id }: { id: string }, { loaders }: Context) => loaders.municipalityById.load(id);

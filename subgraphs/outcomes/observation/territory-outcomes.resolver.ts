import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { todayFor } from '../../../shared/subgraph/today-for.ts';
import type { Context } from '../context.ts';
import { Territory } from '../territory/territory.ts';
import { Observation } from './observation.ts';
import { OutcomesArguments } from './outcomes.arguments.ts';
import { askedPeriods } from './relative-period.ts';
import { selectionOf } from './selection.ts';
import { wanted } from './wanted.ts';

@Resolver(() => Territory)
export class TerritoryOutcomesResolver {
  @FieldResolver(() => [Observation], {
    nullable: true,
    description:
      'What is published of it, by period, oldest first, and in the order of the dataset. Of the networks whose releases cover it, the nearest one counts, and of its releases the newest. Empty where none covers it.',
  })
  async outcomes(
    @Root() { code }: Territory,
    @Args(() => OutcomesArguments) asked: OutcomesArguments,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Observation[]> {
    const selection = selectionOf(asked.dataset, asked.indicators, asked.breakdown);
    const periods = askedPeriods(asked.period, () => todayFor(info));
    const from = wanted(periods, asked);
    return from ? loaders.observations({ selection, wanted: from }).load({ within: code, territories: [code] }) : [];
  }
}

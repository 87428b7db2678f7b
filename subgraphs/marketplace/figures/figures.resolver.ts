import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { FiguresArguments } from '../../../shared/figures/asked-figures.ts';
import { type Counts, countFigures } from '../../../shared/figures/count-figures.ts';
import { FiguresFile } from '../../../shared/figures/figures-file.ts';
import { EuroRateInput } from '../../../shared/money/euro-rate.ts';
import type { Context } from '../context.ts';
import { countDelivered, countEarned, countServices } from './count-market.ts';

const COUNTS: Counts = {
  MANUFACTORIES: { length: 3, counts: [countServices, countDelivered, countEarned] },
};

@Resolver()
export class FiguresResolver {
  @Query(() => FiguresFile, {
    nullable: true,
    description:
      'What the sellers counted by quarter: services on offer, orders delivered, and what these earned, in euro. Confidential.',
  })
  marketplaceFigures(
    @Args(() => FiguresArguments) args: FiguresArguments,
    @Arg('rates', () => [EuroRateInput], { nullable: true, description: 'One for each currency but the euro.' })
    rates: EuroRateInput[] | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FiguresFile> {
    return countFigures(context, info, args, COUNTS, rates ?? []);
  }
}

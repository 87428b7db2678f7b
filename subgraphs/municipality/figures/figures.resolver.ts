import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { FiguresArguments } from '../../../shared/figures/asked-figures.ts';
import { type Counts, countFigures } from '../../../shared/figures/count-figures.ts';
import { FiguresFile } from '../../../shared/figures/figures-file.ts';
import { EuroRateInput } from '../../../shared/money/euro-rate.ts';
import type { Context } from '../context.ts';
import { countAwarded, countPaid } from './count-incentives.ts';

const COUNTS: Counts = {
  PEOPLE: { length: 12, counts: [countPaid] },
  MANUFACTORIES: { length: 3, counts: [countAwarded, countPaid] },
};

@Resolver()
export class FiguresResolver {
  @Query(() => FiguresFile, {
    nullable: true,
    description:
      'What the municipalities counted, in euro: incentives that were paid by year, awarded and paid by quarter. Confidential.',
  })
  municipalityFigures(
    @Args(() => FiguresArguments) args: FiguresArguments,
    @Arg('rates', () => [EuroRateInput], { nullable: true, description: 'One for each currency but the euro.' })
    rates: EuroRateInput[] | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FiguresFile> {
    return countFigures(context, info, args, COUNTS, rates ?? []);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { FiguresArguments } from '../../../shared/figures/asked-figures.ts';
import { type Counts, countFigures } from '../../../shared/figures/count-figures.ts';
import { FiguresFile } from '../../../shared/figures/figures-file.ts';
import type { Context } from '../context.ts';
import { countDecisions, countIndependent, countSurvival } from './count-decisions.ts';
import { countStatuses } from './count-statuses.ts';

const COUNTS: Counts = {
  MANUFACTORIES: { length: 3, counts: [countStatuses, countIndependent, countDecisions, countSurvival] },
};

@Resolver()
export class FiguresResolver {
  @Query(() => FiguresFile, {
    nullable: true,
    description:
      'What the parent institutions counted by quarter: where their manufactories stood, and what became of them. Confidential.',
  })
  institutionsFigures(
    @Args(() => FiguresArguments) args: FiguresArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FiguresFile> {
    return countFigures(context, info, args, COUNTS);
  }
}

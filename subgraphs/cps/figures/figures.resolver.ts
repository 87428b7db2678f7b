import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { FiguresArguments } from '../../../shared/figures/asked-figures.ts';
import { type Counts, countFigures } from '../../../shared/figures/count-figures.ts';
import { FiguresFile } from '../../../shared/figures/figures-file.ts';
import type { Context } from '../context.ts';
import { countHours } from './count-hours.ts';
import { countPeople } from './count-people.ts';
import { countWorkOfTheCentre } from './count-work-of-the-centre.ts';

const COUNTS: Counts = {
  PEOPLE: { length: 12, counts: [...countPeople, countHours] },
  MANUFACTORIES: { length: 3, counts: [countWorkOfTheCentre] },
};

@Resolver()
export class FiguresResolver {
  @Query(() => FiguresFile, {
    nullable: true,
    description:
      'What the centres counted: people, in sums alone, and hours by year; ideas and consultations by quarter. Confidential.',
  })
  cpsFigures(
    @Args(() => FiguresArguments) args: FiguresArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FiguresFile> {
    return countFigures(context, info, args, COUNTS);
  }
}

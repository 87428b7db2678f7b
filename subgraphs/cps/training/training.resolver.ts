import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { TrainingFilter } from './training.inputs.ts';
import { TRAINING_ORDER } from './training.loaders.ts';
import { Training } from './training.ts';

export const TrainingConnection = connectionOf(Training, 'Training');

@Resolver()
export class TrainingResolver {
  @Query(() => TrainingConnection, { nullable: true, description: 'The trainings of all centres, the newest first.' })
  trainings(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => TrainingFilter, { nullable: true }) filter: TrainingFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = {
      ...withinTerritory(filter?.territory),
      ...(filter?.status ? { status: filter.status } : {}),
      ...(filter?.topic ? { topic: filter.topic } : {}),
    };
    return TrainingConnection.of(pageOf(em, { entity: Training, where, order: TRAINING_ORDER }, page));
  }

  @Query(() => Training, { nullable: true })
  training(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveTraining({ id }, context);
  }
}

export const resolveTraining = ({ id }: { id: string }, { loaders }: Context) => loaders.trainingById.load(id);

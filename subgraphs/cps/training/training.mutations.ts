import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findOwn, uuidIn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { hoursOf } from '../hours.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import {
  CancelTrainingInput,
  CompleteTrainingInput,
  PlanTrainingInput,
  StartTrainingInput,
} from './training.inputs.ts';
import { Training } from './training.ts';

@Resolver()
export class TrainingMutations {
  @Mutation(() => Training)
  @RequiresScopes('hub:write', 'cps:write')
  planTraining(
    @Arg('input', () => PlanTrainingInput) input: PlanTrainingInput,
    @Ctx() context: Context,
  ): Promise<Training> {
    return write(context, Training, 'planTraining', input, async (em) => {
      const centre = await findOwn(em, SupportCentre, 'supportCentreId', input.supportCentreId);
      const { manufactoryId, topic, title, hours, startsOn, endsOn } = input;
      const training = Object.assign(new Training(), { topic, title, hours: hoursOf(hours), startsOn, endsOn });
      if (manufactoryId != null) {
        training.manufactoryId = uuidIn('manufactoryId', 'Manufactory', manufactoryId);
      }
      training.belongTo(centre, input.territory);
      return training;
    });
  }

  @Mutation(() => Training)
  @RequiresScopes('hub:write', 'cps:write')
  startTraining(
    @Arg('input', () => StartTrainingInput) input: StartTrainingInput,
    @Ctx() context: Context,
  ): Promise<Training> {
    return write(context, Training, 'startTraining', input, async (em) => {
      const training = await findRowToEdit(em, Training, input);
      training.start(input.on ?? today(), input.endsOn ?? null);
      return training;
    });
  }

  @Mutation(() => Training)
  @RequiresScopes('hub:write', 'cps:write')
  completeTraining(
    @Arg('input', () => CompleteTrainingInput) input: CompleteTrainingInput,
    @Ctx() context: Context,
  ): Promise<Training> {
    return write(context, Training, 'completeTraining', input, async (em) => {
      const training = await findRowToEdit(em, Training, input);
      training.complete(input.on ?? today(), input.hours == null ? null : hoursOf(input.hours));
      return training;
    });
  }

  @Mutation(() => Training)
  @RequiresScopes('hub:write', 'cps:write')
  cancelTraining(
    @Arg('input', () => CancelTrainingInput) input: CancelTrainingInput,
    @Ctx() context: Context,
  ): Promise<Training> {
    return write(context, Training, 'cancelTraining', input, async (em) => {
      const training = await findRowToEdit(em, Training, input);
      training.cancel(input.reason, input.on ?? today());
      return training;
    });
  }
}

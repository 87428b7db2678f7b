import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { record } from '../../../shared/events/record.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { ideaEvent } from './idea.events.ts';
import { RejectIdeaInput, SubmitIdeaInput, VerifyIdeaInput } from './idea.inputs.ts';
import { Idea } from './idea.ts';

@Resolver()
export class IdeaMutations {
  @Mutation(() => Idea, { description: 'Brings an idea to a centre.' })
  @RequiresScopes('hub:write', 'cps:write')
  submitIdea(@Arg('input', () => SubmitIdeaInput) input: SubmitIdeaInput, @Ctx() context: Context): Promise<Idea> {
    return write(context, Idea, 'submitIdea', input, async (em) => {
      const centre = await findOwn(em, SupportCentre, 'supportCentreId', input.supportCentreId);
      const { title, need } = input;
      const idea = Object.assign(new Idea(), { title, need, submittedOn: input.on ?? today() });
      idea.belongTo(centre, input.territory);
      record(em, ideaEvent(idea));
      return idea;
    });
  }

  @Mutation(() => Idea, { description: 'Finds that social need and the local market carry an idea: it may be hosted.' })
  @RequiresScopes('hub:write', 'cps:write')
  verifyIdea(@Arg('input', () => VerifyIdeaInput) input: VerifyIdeaInput, @Ctx() context: Context): Promise<Idea> {
    return write(context, Idea, 'verifyIdea', input, async (em) => {
      const idea = await findRowToEdit(em, Idea, input);
      idea.verify({ need: input.needAssessment, market: input.marketAssessment }, input.on ?? today());
      record(em, ideaEvent(idea));
      return idea;
    });
  }

  @Mutation(() => Idea)
  @RequiresScopes('hub:write', 'cps:write')
  rejectIdea(@Arg('input', () => RejectIdeaInput) input: RejectIdeaInput, @Ctx() context: Context): Promise<Idea> {
    return write(context, Idea, 'rejectIdea', input, async (em) => {
      const idea = await findRowToEdit(em, Idea, input);
      idea.reject(input.reason, input.on ?? today());
      record(em, ideaEvent(idea));
      return idea;
    });
  }
}

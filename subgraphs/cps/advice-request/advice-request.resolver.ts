import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findNamed } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { AnswerAdviceRequestInput, CloseAdviceRequestInput, RequestAdviceInput } from './advice-request.inputs.ts';
import { AdviceRequest } from './advice-request.ts';
import { AdviceRequestCounts } from './advice-request-counts.ts';

@Resolver(() => SupportCentre)
export class AdviceRequestResolver {
  @FieldResolver(() => AdviceRequestCounts)
  adviceRequests(@Root() { uuid }: SupportCentre, @Ctx() { loaders }: Context) {
    return loaders.adviceRequestCountsByCentre.load(uuid);
  }

  @Mutation(() => AdviceRequest, { description: 'Notes that somebody of the community asked for advice.' })
  @RequiresScopes('hub:write', 'cps:write', 'advice:request')
  requestAdvice(
    @Arg('input', () => RequestAdviceInput) input: RequestAdviceInput,
    @Ctx() context: Context,
  ): Promise<AdviceRequest> {
    return write(context, AdviceRequest, 'requestAdvice', input, async (em) => {
      const centre = await findNamed(em, SupportCentre, 'supportCentreId', input.supportCentreId);
      const { topic, channel } = input;
      const request = Object.assign(new AdviceRequest(), { topic, channel, requestedOn: input.on ?? today() });
      request.belongTo(centre, input.territory);
      return request;
    });
  }

  @Mutation(() => AdviceRequest)
  @RequiresScopes('hub:write', 'cps:write')
  answerAdviceRequest(
    @Arg('input', () => AnswerAdviceRequestInput) input: AnswerAdviceRequestInput,
    @Ctx() context: Context,
  ): Promise<AdviceRequest> {
    return write(context, AdviceRequest, 'answerAdviceRequest', input, async (em) => {
      const request = await findRowToEdit(em, AdviceRequest, input);
      request.answer(input.on ?? today());
      return request;
    });
  }

  @Mutation(() => AdviceRequest)
  @RequiresScopes('hub:write', 'cps:write')
  closeAdviceRequest(
    @Arg('input', () => CloseAdviceRequestInput) input: CloseAdviceRequestInput,
    @Ctx() context: Context,
  ): Promise<AdviceRequest> {
    return write(context, AdviceRequest, 'closeAdviceRequest', input, async (em) => {
      const request = await findRowToEdit(em, AdviceRequest, input);
      request.close(input.on ?? today());
      return request;
    });
  }
}

import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { findOwn, uuidIn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { adviceEvent } from './legal-form-advice.events.ts';
import { AdviseLegalFormInput } from './legal-form-advice.inputs.ts';
import { LegalFormAdvice } from './legal-form-advice.ts';

export const LegalFormAdviceConnection = connectionOf(LegalFormAdvice, 'LegalFormAdvice');

@Resolver(() => LegalFormAdvice)
export class LegalFormAdviceResolver {
  @Query(() => LegalFormAdviceConnection, {
    nullable: true,
    description: 'All advice on legal forms that was given, the newest first.',
  })
  legalFormAdviceGiven(@Args(() => PageArguments) page: PageArguments, @Ctx() { em }: Context) {
    const order = [{ property: 'advisedOn', descending: true }];
    return LegalFormAdviceConnection.of(pageOf(em, { entity: LegalFormAdvice, order }, page));
  }

  @Query(() => LegalFormAdvice, { nullable: true })
  legalFormAdvice(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveLegalFormAdvice({ id }, context);
  }

  @FieldResolver(() => SupportCentre, { nullable: true })
  supportCentre(@Root() { supportCentreId }: LegalFormAdvice, @Ctx() { loaders }: Context) {
    return loaders.supportCentreById.load(toGlobalId('SupportCentre', supportCentreId));
  }

  @Mutation(() => LegalFormAdvice, { description: 'Advises a manufactory on its legal form, so that it may decide.' })
  @RequiresScopes('hub:write', 'cps:write')
  adviseLegalForm(
    @Arg('input', () => AdviseLegalFormInput) input: AdviseLegalFormInput,
    @Ctx() context: Context,
  ): Promise<LegalFormAdvice> {
    return write(context, LegalFormAdvice, 'adviseLegalForm', input, async (em) => {
      const centre = await findOwn(em, SupportCentre, 'supportCentreId', input.supportCentreId);
      const { recommendedCode, alternativeCodes, proposalCode, parentOpinion } = input;
      const advice = Object.assign(new LegalFormAdvice(), {
        organisationId: centre.organisationId,
        supportCentreId: centre.uuid,
        manufactoryId: uuidIn('manufactoryId', 'Manufactory', input.manufactoryId),
        recommendedCode,
        alternativeCodes,
        proposalCode: proposalCode ?? null,
        parentOpinion,
        advisedOn: input.on ?? today(),
      });
      record(em, adviceEvent(advice));
      return advice;
    });
  }
}

export const resolveLegalFormAdvice = ({ id }: { id: string }, { loaders }: Context) =>
  loaders.legalFormAdviceById.load(id);

import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import { Consultation } from '../consultation/consultation.ts';
import type { Context } from '../context.ts';
import { NeedConnection } from './need.connection.ts';
import { needEvent } from './need.events.ts';
import { NeedFilter, NeedOrder, VoiceNeedInput } from './need.inputs.ts';
import { Need } from './need.ts';

const ORDERS = {
  [NeedOrder.NEWEST_FIRST]: [{ property: 'voicedOn', descending: true }],
  [NeedOrder.TITLE_ASC]: [{ property: 'title' }],
};

@Resolver(() => Need)
export class NeedResolver {
  @Query(() => NeedConnection, { nullable: true, description: 'What the communities need.' })
  needs(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => NeedFilter, { nullable: true }) filter: NeedFilter | null,
    @Arg('orderBy', () => NeedOrder, { defaultValue: NeedOrder.NEWEST_FIRST }) orderBy: NeedOrder,
    @Ctx() { em }: Context,
  ) {
    const { territory, activityCode } = filter ?? {};
    const where = { ...withinTerritory(territory), ...(activityCode ? { activityCode } : {}) };
    return NeedConnection.of(pageOf(em, { entity: Need, where, order: ORDERS[orderBy] }, page));
  }

  @Query(() => Need, { nullable: true })
  need(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveNeed({ id }, context);
  }

  @FieldResolver(() => Consultation, { nullable: true, description: 'The consultation in which it was voiced.' })
  consultation(@Root() { consultationId }: Need, @Ctx() { loaders }: Context) {
    return loaders.consultationById.load(toGlobalId('Consultation', consultationId));
  }

  @Mutation(() => Need, { description: 'Names a need that the community voiced in a consultation.' })
  @RequiresScopes('hub:write', 'cps:write')
  voiceNeed(@Arg('input', () => VoiceNeedInput) input: VoiceNeedInput, @Ctx() context: Context): Promise<Need> {
    return write(context, Need, 'voiceNeed', input, async (em) => {
      const consultation = await findOwn(em, Consultation, 'consultationId', input.consultationId);
      consultation.assertVoicesNeeds();
      const need = Object.assign(new Need(), {
        organisationId: consultation.organisationId,
        consultationId: consultation.uuid,
        title: input.title,
        description: input.description,
        activityCode: input.activityCode ?? null,
        voicedOn: input.on ?? today(),
      });
      need.placeIn(input.territory ?? consultation.territoryCode);
      record(em, needEvent(need));
      return need;
    });
  }
}

export const resolveNeed = ({ id }: { id: string }, { loaders }: Context) => loaders.needById.load(id);

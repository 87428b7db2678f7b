import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { NeedConnection } from '../need/need.connection.ts';
import { ConsultationFilter } from './consultation.inputs.ts';
import { Consultation } from './consultation.ts';

export const ConsultationConnection = connectionOf(Consultation, 'Consultation');

@Resolver(() => Consultation)
export class ConsultationResolver {
  @Query(() => ConsultationConnection, {
    nullable: true,
    description: 'The consultations of all centres, the newest first.',
  })
  consultations(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ConsultationFilter, { nullable: true }) filter: ConsultationFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = { ...withinTerritory(filter?.territory), ...(filter?.status ? { status: filter.status } : {}) };
    const order = [{ property: 'opensOn', descending: true }];
    return ConsultationConnection.of(pageOf(em, { entity: Consultation, where, order }, page));
  }

  @Query(() => Consultation, { nullable: true })
  consultation(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveConsultation({ id }, context);
  }

  @FieldResolver(() => Int, {
    description:
      'How many answers it got, not from how many people: it is no vote. What they say stays with the centre.',
  })
  answerCount(@Root() { uuid }: Consultation, @Ctx() { loaders }: Context) {
    return loaders.answerCountByConsultation.load(uuid);
  }

  @FieldResolver(() => NeedConnection, { description: 'The needs that it voiced, the oldest first.' })
  needs(@Root() { uuid }: Consultation, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    return NeedConnection.of(loaders.needsByConsultation(page).load(uuid));
  }
}

export const resolveConsultation = ({ id }: { id: string }, { loaders }: Context) => loaders.consultationById.load(id);

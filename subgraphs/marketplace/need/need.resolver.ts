import { raw } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { PageArguments } from '../../../shared/connection/connection.ts';
import { assertPageSize } from '../../../shared/connection/listing.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { NeedAnswerConnection } from '../need-answer/need-answer.resolver.ts';
import { Service } from '../service/service.ts';
import { KnownNeed } from './known-need.ts';
import { Need } from './need.stub.ts';

/** What the marketplace adds to a need. */
@Resolver(() => Need)
export class NeedResolver {
  @FieldResolver(() => NeedAnswerConnection, {
    nullable: true,
    description: 'The services that answer it, since when; no drafts, and no answers that were withdrawn.',
  })
  answeredBy(@Root() { id }: Need, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    const uuid = uuidOf('Need', id);
    return uuid && NeedAnswerConnection.of(loaders.answersByNeed(page).load(uuid));
  }

  @Query(() => [Need], {
    description: 'Needs of a territory, or beneath it, that no service answers yet; the newest first.',
  })
  async needsToAnswer(
    @Arg('territory', () => String, { nullable: true }) territory: string | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at the most, up to 100.' }) first: number,
    @Ctx() { em }: Context,
  ): Promise<Need[]> {
    assertPageSize({ first });
    const needs = await em.find(
      KnownNeed,
      { ...withinTerritory(territory), ...UNANSWERED },
      {
        orderBy: { voicedAt: 'desc', uuid: 'asc' },
        limit: first,
      },
    );
    return needs.map(({ uuid }) => Need.of(uuid));
  }
}

const UNANSWERED = {
  [raw((alias) => `not exists (select from service_need where need_id = ${alias}.id and withdrawn_on is null)`)]: [],
};

/** What needs add to a service. */
@Resolver(() => Service)
export class ServiceNeedsResolver {
  @FieldResolver(() => NeedAnswerConnection, { description: 'The needs of the community that it answers, since when.' })
  answers(@Root() { uuid }: Service, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    return NeedAnswerConnection.of(loaders.answersByService(page).load(uuid));
  }

  @FieldResolver(() => [Need], {
    description:
      'Needs that it might answer: of the same division of NACE, of the place where it is offered, within that place or around it. Those of the very class first, then the newest.',
  })
  suggestedNeeds(
    @Root() { uuid }: Service,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many at the most, up to 100.' }) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<Need[]> {
    return loaders.suggestedNeedsByService({ first }).load(uuid);
  }
}

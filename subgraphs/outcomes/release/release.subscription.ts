import { Args, ArgsType, Ctx, Field, FieldResolver, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { PositionedEvent } from '../../../shared/events/event-log.ts';
import type { SubscriptionContext } from '../../../shared/subgraph/subgraph.ts';
import { ResumeArguments } from '../../../shared/subscription/arguments.ts';
import { eventsOfRows } from '../../../shared/subscription/events-of-rows.ts';
import { Happening } from '../../../shared/subscription/happening.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { Context } from '../context.ts';
import { RELEASE_PUBLISHED } from './release.events.ts';
import { Release } from './release.ts';
import { concerning, PUBLISHED } from './visible-releases.ts';

@ArgsType()
class ReleasePublishedArguments extends ResumeArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Of this territory, of one beneath it, or of one that it lies in: EU, PL, PL21, PL_1261011 …',
  })
  territory?: string | null;

  @Field(() => TerritoryLevel, { nullable: true, description: 'The level of the network that publishes it.' })
  level?: TerritoryLevel | null;
}

@ObjectType({ description: 'That a release was published.' })
export class ReleasePublication extends Happening {}

@Resolver(() => ReleasePublication)
export class ReleaseSubscription {
  @Subscription(() => ReleasePublication, {
    description:
      'Tells of each release that is published, in their order; figures about people are live in no other way. The release is shown as it is by then: perhaps already superseded.',
    subscribe: ({ args, context }: { args: ReleasePublishedArguments; context: SubscriptionContext }) => {
      const { territory, level, after } = args;
      const chosen = [PUBLISHED, territory == null ? {} : concerning(territory), level == null ? {} : { level }];
      return context.happenings.of([RELEASE_PUBLISHED], after, eventsOfRows(context.em, Release, { $and: chosen }));
    },
  })
  releasePublished(
    @Root() event: PositionedEvent,
    @Args(() => ReleasePublishedArguments) _: ReleasePublishedArguments,
  ) {
    return new ReleasePublication(event);
  }

  @FieldResolver(() => Release, { nullable: true })
  release(@Root() { event }: ReleasePublication, @Ctx() { loaders }: Context) {
    return loaders.releaseById.load(event.subject);
  }
}

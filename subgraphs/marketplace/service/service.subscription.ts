import { Args, Ctx, FieldResolver, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { PositionedEvent } from '../../../shared/events/event-log.ts';
import { PlacedArguments } from '../../../shared/subscription/arguments.ts';
import { Happening } from '../../../shared/subscription/happening.ts';
import { happeningsInTerritory } from '../../../shared/subscription/happenings-in-territory.ts';
import type { Context } from '../context.ts';
import { Service } from './service.ts';

@ObjectType({ description: 'That a service was offered.' })
export class ServiceOffer extends Happening {}

@Resolver(() => ServiceOffer)
export class ServiceSubscription {
  @Subscription(() => ServiceOffer, {
    description:
      'Tells of each service when it is first offered. It is shown as it is by then: perhaps it pauses already.',
    subscribe: happeningsInTerritory(['hub.service.offered.v1'], Service),
  })
  serviceOffered(@Root() event: PositionedEvent, @Args(() => PlacedArguments) _: PlacedArguments) {
    return new ServiceOffer(event);
  }

  @FieldResolver(() => Service, { nullable: true })
  service(@Root() { event }: ServiceOffer, @Ctx() { loaders }: Context) {
    return loaders.serviceById.load(event.subject);
  }
}

import { Args, Ctx, FieldResolver, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { PositionedEvent } from '../../../shared/events/event-log.ts';
import { PlacedArguments } from '../../../shared/subscription/arguments.ts';
import { Happening } from '../../../shared/subscription/happening.ts';
import { happeningsInTerritory } from '../../../shared/subscription/happenings-in-territory.ts';
import type { Context } from '../context.ts';
import { Incentive } from './incentive.ts';

@ObjectType({ description: 'That an incentive was awarded.' })
export class IncentiveAward extends Happening {}

@Resolver(() => IncentiveAward)
export class IncentiveSubscription {
  @Subscription(() => IncentiveAward, {
    description:
      'Tells of each incentive when it is awarded. It is shown as it is by then: perhaps it is paid already.',
    subscribe: happeningsInTerritory(['hub.incentive.awarded.v1'], Incentive),
  })
  incentiveAwarded(@Root() event: PositionedEvent, @Args(() => PlacedArguments) _: PlacedArguments) {
    return new IncentiveAward(event);
  }

  @FieldResolver(() => Incentive, { nullable: true })
  incentive(@Root() { event }: IncentiveAward, @Ctx() { loaders }: Context) {
    return loaders.incentiveById.load(event.subject);
  }
}

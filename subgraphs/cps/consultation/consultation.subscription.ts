import { Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { PositionedEvent } from '../../../shared/events/event-log.ts';
import { PlacedArguments } from '../../../shared/subscription/arguments.ts';
import { Happening } from '../../../shared/subscription/happening.ts';
import { happeningsInTerritory } from '../../../shared/subscription/happenings-in-territory.ts';
import type { Context } from '../context.ts';
import { Consultation, ConsultationStatus } from './consultation.ts';

@ObjectType({ description: 'That a consultation came to another status.' })
export class ConsultationChange extends Happening {
  @Field(() => ConsultationStatus, { description: 'The status to which it came then.' })
  get change(): ConsultationStatus {
    return (this.event.data as { status: ConsultationStatus }).status;
  }
}

@Resolver(() => ConsultationChange)
export class ConsultationSubscription {
  @Subscription(() => ConsultationChange, {
    description:
      'Tells of each consultation that is planned, opens, closes or is reported. It is shown as it is by then: after two quick changes, twice alike.',
    subscribe: happeningsInTerritory(['hub.consultation.changed.v1'], Consultation),
  })
  consultationChanged(@Root() event: PositionedEvent, @Args(() => PlacedArguments) _: PlacedArguments) {
    return new ConsultationChange(event);
  }

  @FieldResolver(() => Consultation, { nullable: true })
  consultation(@Root() { event }: ConsultationChange, @Ctx() { loaders }: Context) {
    return loaders.consultationById.load(event.subject);
  }
}

import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { CloudEvent } from '../events/cloud-event.ts';
import type { PositionedEvent } from '../events/event-log.ts';
import { EventPosition } from './event-position.ts';

/** What every subscription tells of an event. */
@ObjectType()
export abstract class Happening {
  readonly event: CloudEvent;

  @Field(() => EventPosition, { description: 'Give it as `after`, and hear of all that comes behind this event.' })
  readonly position: bigint;

  constructor({ position, event }: PositionedEvent) {
    this.position = position;
    this.event = event;
  }

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  get at(): Date {
    return new Date(this.event.time);
  }
}

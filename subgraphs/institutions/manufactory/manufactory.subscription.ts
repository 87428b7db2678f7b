import {
  Args,
  Ctx,
  Field,
  FieldResolver,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
  Subscription,
} from 'type-graphql';
import type { PositionedEvent } from '../../../shared/events/event-log.ts';
import { PlacedArguments } from '../../../shared/subscription/arguments.ts';
import { Happening } from '../../../shared/subscription/happening.ts';
import { happeningsInTerritory } from '../../../shared/subscription/happenings-in-territory.ts';
import type { Context } from '../context.ts';
import { Manufactory } from './manufactory.ts';

enum ManufactoryChangeKind {
  CREATED = 'CREATED',
  STATUS_CHANGED = 'STATUS_CHANGED',
  SUPPORT_CHANGED = 'SUPPORT_CHANGED',
  FACTS_CHANGED = 'FACTS_CHANGED',
}
registerEnumType(ManufactoryChangeKind, {
  name: 'ManufactoryChangeKind',
  description: 'What happened: it was created, its status, the phase of its support or other facts of it changed.',
});

const KINDS: Record<string, ManufactoryChangeKind> = {
  'hub.manufactory.created.v1': ManufactoryChangeKind.CREATED,
  'hub.manufactory.status-changed.v1': ManufactoryChangeKind.STATUS_CHANGED,
  'hub.manufactory.support-changed.v1': ManufactoryChangeKind.SUPPORT_CHANGED,
  'hub.manufactory.changed.v1': ManufactoryChangeKind.FACTS_CHANGED,
};

@ObjectType({ description: 'Something that changed about a manufactory.' })
export class ManufactoryChange extends Happening {
  @Field(() => ManufactoryChangeKind)
  get change(): ManufactoryChangeKind | undefined {
    return KINDS[this.event.type];
  }
}

@Resolver(() => ManufactoryChange)
export class ManufactorySubscription {
  @Subscription(() => ManufactoryChange, {
    description:
      'Tells of each change of a manufactory, in the order of the changes. The manufactory is shown as it is by then: after two quick changes, twice alike.',
    subscribe: happeningsInTerritory(Object.keys(KINDS), Manufactory),
  })
  manufactoryChanged(@Root() event: PositionedEvent, @Args(() => PlacedArguments) _: PlacedArguments) {
    return new ManufactoryChange(event);
  }

  @FieldResolver(() => Manufactory, { nullable: true })
  manufactory(@Root() { event }: ManufactoryChange, @Ctx() { loaders }: Context) {
    return loaders.manufactoryById.load(event.subject);
  }
}

import { Args, ArgsType, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { PositionedEvent } from '../../../shared/events/event-log.ts';
import type { SubscriptionContext } from '../../../shared/subgraph/subgraph.ts';
import { ResumeArguments } from '../../../shared/subscription/arguments.ts';
import { eventsOfRows } from '../../../shared/subscription/events-of-rows.ts';
import { Happening } from '../../../shared/subscription/happening.ts';
import { findNamed } from '../../../shared/write/named-row.ts';
import type { Context } from '../context.ts';
import { Partnership } from '../partnership/partnership.ts';
import { Partner, PartnerStatus } from './partner.ts';

const TYPES = ['hub.partner.changed.v1'];

@ArgsType()
export class PartnerChangedArguments extends ResumeArguments {
  @Field(() => ID, { nullable: true, description: 'Of this partnership alone.' })
  partnership?: string | null;
}

@ObjectType({ description: 'That a partner was invited, or came to another status.' })
export class PartnerChange extends Happening {
  @Field(() => PartnerStatus, { description: 'The status to which it came then.' })
  get change(): PartnerStatus {
    return (this.event.data as { status: PartnerStatus }).status;
  }
}

@Resolver(() => PartnerChange)
export class PartnerSubscription {
  @Subscription(() => PartnerChange, {
    description:
      'Tells of each partner that is invited, accepts, declines or is released. It is shown as it is by then: after two quick changes, twice alike.',
    subscribe: async ({ args, context }: { args: PartnerChangedArguments; context: SubscriptionContext }) => {
      const { happenings, em } = context;
      if (args.partnership == null) return happenings.of(TYPES, args.after);
      const { uuid } = await findNamed(em, Partnership, 'partnership', args.partnership);
      return happenings.of(TYPES, args.after, eventsOfRows(em, Partner, { partnershipId: uuid }));
    },
  })
  partnerChanged(@Root() event: PositionedEvent, @Args(() => PartnerChangedArguments) _: PartnerChangedArguments) {
    return new PartnerChange(event);
  }

  @FieldResolver(() => Partner, { nullable: true })
  partner(@Root() { event }: PartnerChange, @Ctx() { loaders }: Context) {
    return loaders.partnerById.load(event.subject);
  }
}

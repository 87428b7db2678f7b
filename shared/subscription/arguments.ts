import { ArgsType, Field } from 'type-graphql';
import { EventPosition } from './event-position.ts';

@ArgsType()
export class ResumeArguments {
  @Field(() => EventPosition, {
    nullable: true,
    description:
      'Begins behind this event, as if the subscriber had never been away; without it, with what happens from now on.',
  })
  after?: bigint | null;
}

@ArgsType()
export class PlacedArguments extends ResumeArguments {
  @Field(() => String, { nullable: true, description: 'In this territory, or beneath it: EU, PL, PL21, PL_1261011 …' })
  territory?: string | null;
}

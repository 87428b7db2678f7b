import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How many requests for advice a centre has had, over all topics and all of its territory.' })
export class AdviceRequestCounts {
  @Field(() => Int)
  open = 0;

  @Field(() => Int)
  answered = 0;

  @Field(() => Int)
  closed = 0;
}

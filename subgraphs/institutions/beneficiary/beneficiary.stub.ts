import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Person } from './purposes.ts';

/** A person, as far as hosts know one: a pseudonym of theirs, which the gateway joins by and no client sees. */
@ObjectType({ description: 'A person whom the partnership supports (beneficjent); cohesion law says participant.' })
@Directive('@key(fields: "hostPseudonym")')
@Person
export class Beneficiary {
  @Field(() => ID)
  @Directive('@inaccessible')
  @Person
  hostPseudonym: string;
}

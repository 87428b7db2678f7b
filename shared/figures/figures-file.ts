import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes.ts';

@ObjectType({
  description:
    'What a partner counted of its own records. These are raw counts: they are for its officer, who checks them and submits them, and for nobody else.',
})
@Directive('@shareable')
@RequiresScopes('hub:write', 'figures:read')
export class FiguresFile {
  @Field(() => ID)
  dataset: string;

  @Field(() => String)
  period: string;

  @Field(() => String, {
    description:
      'The lines `indicator,category,territory,value,basis` as `submitFigures` takes them. No category is all; a territory without a line has none.',
  })
  csv: string;

  @Field(() => Int, { description: 'How many lines there are behind the header.' })
  rows: number;

  @Field(() => GraphQLDateTime, { description: 'The moment at which the records were as counted.' })
  asOf: Date;
}

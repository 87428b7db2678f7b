import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';

@ObjectType()
@Directive('@key(fields: "id")')
export class Need {
  @Field(() => ID)
  id: string;

  static of = (uuid: string): Need => ({ id: toGlobalId('Need', uuid) });
}

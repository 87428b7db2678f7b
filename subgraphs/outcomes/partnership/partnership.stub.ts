import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';

@ObjectType()
@Directive('@key(fields: "id", resolvable: false)')
export class Partnership {
  @Field(() => ID)
  id: string;

  static of = (uuid: string): Partnership => ({ id: toGlobalId('Partnership', uuid) });
}

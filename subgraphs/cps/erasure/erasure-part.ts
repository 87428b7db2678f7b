import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';

export enum ErasureStatus {
  ASKED = 'ASKED',
  KEPT_BY_LAW = 'KEPT_BY_LAW',
  ERASED = 'ERASED',
}
registerEnumType(ErasureStatus, {
  name: 'ErasureStatus',
  valuesConfig: {
    ASKED: { description: 'The partner has not answered yet.' },
    KEPT_BY_LAW: {
      description:
        'Work that goes on, or whose papers are kept until `retainUntil`, is left, under a pseudonym that leads to nobody; it is erased by itself then.',
    },
    ERASED: { description: 'Nothing is left.' },
  },
});

const MayErase = RequiresScopes('people:erase');

@ObjectType({ description: "A subgraph's part of an erasure." })
@MayErase
export class ErasurePart {
  @Field(() => String)
  @MayErase
  subgraph: string;

  @Field(() => ErasureStatus)
  @MayErase
  status: ErasureStatus;

  @Field(() => GraphQLDateTime, { nullable: true })
  @MayErase
  answeredAt: Date | null;
}

import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { Network } from '../network/network.ts';
import { SUBMISSION_READERS, Submission } from './submission.ts';

/** That a level takes a submission: the leader of its partnership locally, above that a network, each after the one beneath. */
@Entity()
@ObjectType({
  description: 'That a level approved a submission: locally the leader of the partnership, above that a network.',
})
@RequiresScopes(...SUBMISSION_READERS)
export class Approval extends OwnedRow {
  @ManyToOne(() => Submission, { mapToPk: true, fieldName: 'submission_id' })
  submissionId: string;

  @Enum({ items: () => TerritoryLevel, type: 'string', columnType: 'text' })
  @Field(() => TerritoryLevel)
  level: TerritoryLevel;

  @ManyToOne(() => Network, { mapToPk: true, fieldName: 'network_id', nullable: true, deleteRule: 'no action' })
  networkId: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The function, not the name.' })
  approvedBy: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  approvedOn: string;
}

import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Incentive } from '../incentive/incentive.ts';

@Entity()
@ObjectType({ description: 'A part of an incentive that was paid.' })
export class Payment extends OwnedRow {
  @ManyToOne(() => Incentive, { mapToPk: true, fieldName: 'incentive_id' })
  incentiveId: string;

  /** In the incentive's currency. */
  @Property({ type: 'decimal', precision: 14, scale: 2 })
  amount: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  paidOn: string;
}

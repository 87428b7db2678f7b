import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { type Move, TransitionAxis } from './move.ts';

@Entity()
@ObjectType({ description: 'A step in the life of a manufactory, as it was taken; it is never changed.' })
export class ManufactoryTransition extends OwnedRow {
  @ManyToOne(() => Manufactory, { mapToPk: true, fieldName: 'manufactory_id' })
  manufactoryId: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The version that the manufactory had by it.' })
  atVersion: number;

  @Enum({ items: () => TransitionAxis, type: 'string', columnType: 'text' })
  @Field(() => TransitionAxis)
  axis: TransitionAxis;

  @Property({ type: 'text', nullable: true, fieldName: 'from_state' })
  @Field(() => String, {
    nullable: true,
    description: 'A ManufactoryStatus or a SupportPhase, by the axis; null for the first step.',
  })
  from: string | null;

  @Property({ type: 'text', fieldName: 'to_state' })
  @Field(() => String, {
    description: 'A ManufactoryStatus or a SupportPhase; the same as before where protection was extended.',
  })
  to: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day on which it happened.' })
  on: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  reason: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When the hub was told of it.' })
  at = new Date();

  /** Who told the hub of it; for its owner's audit, so it stays out of the graph. */
  @Property({ type: 'text' })
  bySubject: string;

  static of(manufactory: Manufactory, move: Move, bySubject: string): ManufactoryTransition {
    return Object.assign(new ManufactoryTransition(), move, {
      organisationId: manufactory.organisationId,
      manufactoryId: manufactory.uuid,
      atVersion: (manufactory.version ?? 0) + 1,
      bySubject,
    });
  }
}

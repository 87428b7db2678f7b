import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Classification } from '../../../shared/classification/classification.ts';
import { NACE } from '../../../shared/classification/code-list.ts';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Consultation } from '../consultation/consultation.ts';
import { Territory } from '../territory/territory.stub.ts';

@Entity()
@ObjectType({
  implements: Node,
  description: 'A need (potrzeba) that the community of a place voiced in a consultation.',
})
@Directive('@key(fields: "id")')
export class Need extends PlacedRow {
  @ManyToOne(() => Consultation, { mapToPk: true, fieldName: 'consultation_id' })
  consultationId: string;

  @Property({ type: 'text' })
  @Field(() => String)
  title: string;

  @Property({ type: 'text' })
  @Field(() => String)
  description: string;

  @Property({ type: 'text', nullable: true })
  activityCode: string | null = null;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  voicedOn: string;

  @Field(() => Classification, {
    nullable: true,
    description: 'The economic activity (NACE Rev. 2.1) that would answer it, where it is clear.',
  })
  get activity(): Classification | null {
    return this.activityCode === null ? null : NACE.get(this.activityCode);
  }

  @Field(() => Territory, { nullable: true, description: 'Where the need is.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  override assertValid(): void {
    if (!this.title.trim()) throw new Invalid('A need has a title.', { field: 'title' });
    if (!this.description.trim()) throw new Invalid('A need has a description.', { field: 'description' });
    if (this.activityCode !== null) NACE.get(this.activityCode);
  }
}

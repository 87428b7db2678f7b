import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Municipality } from '../municipality/municipality.ts';
import { Territory } from '../territory/territory.stub.ts';

@Entity()
@ObjectType({
  implements: Node,
  description: 'The policy by which a municipality adopts the model (polityka społeczna gminy).',
})
@Directive('@key(fields: "id")')
export class SocialPolicy extends PlacedRow {
  @ManyToOne(() => Municipality, { mapToPk: true, fieldName: 'municipality_id' })
  municipalityId: string;

  @Property({ type: 'text' })
  @Field(() => String)
  title: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The number of the resolution that adopted it (numer uchwały).' })
  resolutionNumber: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  adoptedOn: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day on which it holds.' })
  validFrom: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it holds; null where none was set.',
  })
  validUntil: string | null = null;

  @Field(() => Territory, { nullable: true, description: 'The territory for which it holds.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  override assertValid(): void {
    if (this.validFrom < this.adoptedOn) {
      throw new Invalid(
        `The social policy "${this.title}" cannot hold from ${this.validFrom}, before it was adopted (${this.adoptedOn}). Take that day or a later one.`,
        { field: 'valid_from' },
      );
    }
    if (this.validUntil !== null && this.validUntil < this.validFrom) {
      throw new Invalid(
        `The social policy "${this.title}" cannot end (${this.validUntil}) before it begins (${this.validFrom}). Take a later day, or none.`,
        { field: 'valid_until' },
      );
    }
  }
}

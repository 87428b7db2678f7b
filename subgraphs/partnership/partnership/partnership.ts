import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Territory } from '../territory/territory.stub.ts';

@Entity()
@ObjectType({
  implements: Node,
  description:
    'Public, private and non-governmental partners of a place, one of which leads (partnerstwo trójsektorowe).',
})
@Directive('@key(fields: "id")')
export class Partnership extends PlacedRow {
  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The problem that the partners determined to solve.' })
  problem: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  since: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, once there is one.' })
  until: string | null = null;

  @Field(() => Territory, { nullable: true, description: 'The place that the partnership works for.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  override assertValid(): void {
    if (this.until !== null && this.until < this.since) {
      throw new Invalid(`A partnership cannot end (${this.until}) before it begins (${this.since}).`, {
        field: 'until',
      });
    }
  }
}

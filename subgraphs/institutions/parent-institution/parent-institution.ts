import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Node } from '../../../shared/node/node.ts';
import { Organisation } from '../organisation/organisation.stub.ts';
import { Territory } from '../territory/territory.stub.ts';

@Entity()
@ObjectType({
  implements: Node,
  description: 'An organisation that hosts manufactories and employs their people (instytucja macierzysta).',
})
@Directive('@key(fields: "id")')
export class ParentInstitution extends PlacedRow {
  @Field(() => Organisation, { nullable: true })
  get organisation(): Organisation {
    return Organisation.of(this.organisationId);
  }

  @Field(() => Territory, { nullable: true, description: 'Where it hosts.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }
}

import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Node } from '../../../shared/node/node.ts';
import { Organisation } from '../organisation/organisation.stub.ts';
import { Territory } from '../territory/territory.stub.ts';

@Entity()
@ObjectType({ implements: Node, description: 'Local government, which gives incentives and budget (samorząd).' })
@Directive('@key(fields: "id")')
export class Municipality extends PlacedRow {
  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Field(() => Organisation, { nullable: true })
  get organisation(): Organisation {
    return Organisation.of(this.organisationId);
  }

  @Field(() => Territory, { nullable: true, description: 'The territory that it governs.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }
}

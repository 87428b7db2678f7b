import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Node } from '../../../shared/node/node.ts';
import { Organisation } from '../organisation/organisation.stub.ts';
import { Territory } from '../territory/territory.stub.ts';

@Entity()
@ObjectType({
  implements: Node,
  description:
    "Checks ideas, recognises people's potential, trains and advises: the binder of the model (Centrum Przedsiębiorczości Społecznej, CPS).",
})
@Directive('@key(fields: "id")')
export class SupportCentre extends PlacedRow {
  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Field(() => Organisation, { nullable: true })
  get organisation(): Organisation {
    return Organisation.of(this.organisationId);
  }

  @Field(() => Territory, { nullable: true, description: 'The territory that it serves.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }
}

import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
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

  /** An existing unit may take the functions on; its organisation lives in the partnership subgraph. */
  @Property({ type: 'uuid', nullable: true })
  hostedById: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The existing unit that took its functions on, where one did.' })
  hostUnit: string | null = null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The organisation that hosts its functions, where one does.',
  })
  get hostedBy(): Organisation | null {
    return this.hostedById === null ? null : Organisation.of(this.hostedById);
  }

  @Field(() => Organisation, { nullable: true })
  get organisation(): Organisation {
    return Organisation.of(this.organisationId);
  }

  @Field(() => Territory, { nullable: true, description: 'The territory that it serves.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  override assertValid(): void {
    if (!this.name.trim()) throw new Invalid('A centre needs a name.', { field: 'name' });
    if (this.hostUnit !== null && this.hostedById === null) {
      throw new Invalid('A unit hosts the functions of a centre only with the organisation that it belongs to.', {
        field: 'hosted_by',
      });
    }
  }
}

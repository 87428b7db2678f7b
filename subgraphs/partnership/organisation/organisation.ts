import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Node } from '../../../shared/node/node.ts';
import { Territory } from '../territory/territory.stub.ts';

@ObjectType({ description: 'A number under which a public register knows an organisation.' })
export class OrganisationIdentifier {
  @Field(() => String, { description: 'The register, by its org-id.guide code: "PL-KRS", "PL-NIP", "PL-REGON".' })
  scheme: string;

  @Field(() => String)
  value: string;
}

@Entity()
@ObjectType({
  implements: Node,
  description: 'A body that can lead, host, buy or govern: the same one id in whatever role.',
})
@Directive('@key(fields: "id")')
export class Organisation extends PlacedRow {
  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Property({ type: 'text', nullable: true })
  krs: string | null = null;

  @Property({ type: 'text', nullable: true })
  nip: string | null = null;

  @Property({ type: 'text', nullable: true })
  regon: string | null = null;

  @Field(() => [OrganisationIdentifier])
  get identifiers(): OrganisationIdentifier[] {
    return [
      { scheme: 'PL-KRS', value: this.krs },
      { scheme: 'PL-NIP', value: this.nip },
      { scheme: 'PL-REGON', value: this.regon },
    ].filter((identifier): identifier is OrganisationIdentifier => identifier.value !== null);
  }

  @Field(() => Territory, { nullable: true, description: 'Where it has its seat.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }
}

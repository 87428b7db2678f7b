import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { refuseBlank } from '../../../shared/write/refuse-blank.ts';
import { Territory } from '../territory/territory.stub.ts';

@ObjectType({ description: 'A number under which a public register knows an organisation.' })
export class OrganisationIdentifier {
  @Field(() => String, { description: 'The register, by its org-id.guide code: "PL-KRS", "PL-NIP", "PL-REGON".' })
  scheme: string;

  @Field(() => String)
  value: string;
}

/** What is undefined stays as it is. */
export interface OrganisationFacts {
  name?: string | null;
  krs?: string | null;
  nip?: string | null;
  regon?: string | null;
  territory?: string | null;
}

const DIGITS = { krs: 10, nip: 10, regon: 9 } as const;

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

  change({ name, krs, nip, regon, territory }: OrganisationFacts): void {
    if (name != null) this.name = name;
    if (krs !== undefined) this.krs = krs;
    if (nip !== undefined) this.nip = nip;
    if (regon !== undefined) this.regon = regon;
    if (territory != null) this.placeIn(territory);
  }

  override assertValid(): void {
    refuseBlank({ name: this.name });
    for (const [field, digits] of Object.entries(DIGITS) as [keyof typeof DIGITS, number][]) {
      const number = this[field];
      if (number === null || (number.length === digits && /^\d+$/.test(number))) continue;
      throw new Invalid(`"${number}" is no ${field.toUpperCase()} number, which has ${digits} digits.`, { field });
    }
  }
}

import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { type Territory as Entry, TerritoryLevel, TerritoryScheme } from '../../../shared/territory/territory.ts';

registerEnumType(TerritoryLevel, { name: 'TerritoryLevel', description: 'The four levels of the integration graph.' });
registerEnumType(TerritoryScheme, { name: 'TerritoryScheme', description: 'The list that a territory is from.' });

@ObjectType({
  description:
    'A place of Europe: the EU, a country, a NUTS 2024 region; in Poland also counties, municipalities, and the districts of Kraków.',
})
@Directive('@key(fields: "code")')
export class Territory {
  readonly #entry: Entry;

  constructor(entry: Entry) {
    this.#entry = entry;
  }

  @Field(() => ID, { description: 'Unique in Europe: "EU", "PL21", "PL_1261011", "PL_1261011-D18". Greece is "EL".' })
  get code(): string {
    return this.#entry.code;
  }

  @Field(() => String, { description: 'As the place itself writes it. Not unique: there are two Bochnias.' })
  get name(): string {
    return this.#entry.name;
  }

  @Field(() => TerritoryLevel)
  get level(): TerritoryLevel {
    return this.#entry.level;
  }

  @Field(() => TerritoryScheme)
  get scheme(): TerritoryScheme {
    return this.#entry.scheme;
  }

  @Field(() => GraphQLLocalDate, { description: 'The first day on which the code holds, by the list that it is from.' })
  get validFrom(): string {
    return this.#entry.validFrom;
  }

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day on which the code holds.' })
  get validTo(): string | null {
    return this.#entry.validTo;
  }
}

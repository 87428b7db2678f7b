import { Arg, Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Indicator } from '../indicator/indicator.ts';
import { Language, labelIn } from '../indicator/label.ts';
import { type DatasetDefinition, Frequency } from './dataset-definition.ts';

registerEnumType(Frequency, {
  name: 'Frequency',
  description: 'The length of the periods for which a dataset is published.',
});

@ObjectType({ description: 'Indicators that are submitted, protected and published together.' })
@Directive('@key(fields: "code")')
export class Dataset {
  readonly #definition: DatasetDefinition;

  constructor(definition: DatasetDefinition) {
    this.#definition = definition;
  }

  @Field(() => ID, { description: 'Such as "PEOPLE".' })
  get code(): string {
    return this.#definition.code;
  }

  @Field(() => String)
  label(@Arg('language', () => Language, { defaultValue: Language.EN }) language: Language): string {
    return labelIn(this.#definition.label, language);
  }

  @Field(() => Frequency)
  get frequency(): Frequency {
    return this.#definition.frequency;
  }

  @Field(() => [Indicator], { description: 'All of them, in the order of the catalogue; some forty at most.' })
  get indicators(): Indicator[] {
    return this.#definition.indicators.map((indicator) => new Indicator(indicator));
  }
}

import { Arg, Field, ID, ObjectType } from 'type-graphql';
import { Language, labelIn } from './label.ts';
import { findTrait } from './trait.ts';
import type { TraitDefinition } from './trait-definition.ts';

@ObjectType({ description: 'One of the groups into which a trait divides people or organisations, such as women.' })
export class Category {
  @Field(() => ID, { description: 'The code of the trait.' })
  readonly trait: string;

  @Field(() => ID, { description: 'Unique within the trait.' })
  readonly code: string;

  constructor(trait: string, code: string) {
    this.trait = trait;
    this.code = code;
  }

  /** A release lives longer than the catalogue: a category that is no longer in it goes by its code. */
  @Field(() => String)
  label(@Arg('language', () => Language, { defaultValue: Language.EN }) language: Language): string {
    const label = findTrait(this.trait)?.categories[this.code];
    return label ? labelIn(label, language) : this.code;
  }

  /** Reads a category as figures name it: `EMPLOYMENT=INACTIVE;SEX=F`; none for '', which is all. */
  static parse(category: string): Category[] {
    if (category === '') return [];
    return category.split(';').map((one) => {
      const [trait = '', code = ''] = one.split('=');
      return new Category(trait, code);
    });
  }
}

@ObjectType({ description: 'By what an indicator is broken down.' })
export class Trait {
  readonly #definition: TraitDefinition;

  constructor(definition: TraitDefinition) {
    this.#definition = definition;
  }

  @Field(() => ID, { description: 'Such as "SEX".' })
  get code(): string {
    return this.#definition.code;
  }

  @Field(() => String)
  label(@Arg('language', () => Language, { defaultValue: Language.EN }) language: Language): string {
    return labelIn(this.#definition.label, language);
  }

  @Field(() => [Category], {
    description: 'Everybody is in one of them: together they are the whole. No more than two dozen.',
  })
  get categories(): Category[] {
    return Object.keys(this.#definition.categories).map((code) => new Category(this.code, code));
  }
}

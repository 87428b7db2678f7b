import { Arg, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { configuredThresholds } from '../disclosure-control/configured-thresholds.ts';
import { Trait } from './category.ts';
import { formulaText } from './formula-text.ts';
import { Dimension, type IndicatorDefinition, IndicatorSubject, isDerived, Measure } from './indicator-definition.ts';
import { Language, labelIn } from './label.ts';
import { findTrait } from './trait.ts';

registerEnumType(Measure, {
  name: 'Measure',
  description: 'A STOCK is what there is at the end of a period, a FLOW what came in it.',
});
registerEnumType(IndicatorSubject, {
  name: 'IndicatorSubject',
  description: 'Whom a figure is about. Only figures about people are protected; the others are public facts.',
});
registerEnumType(Dimension, { name: 'Dimension', description: 'Over what figures may be summed.' });

@ObjectType({ description: 'The smallest number of people that is told at a level.' })
export class LevelThreshold {
  @Field(() => TerritoryLevel)
  level: TerritoryLevel;

  @Field(() => Int, { description: 'From 1 to one less, a count is hidden, and others with it.' })
  threshold: number;
}

@ObjectType({
  description:
    'What is measured: a common indicator of ESF+ by its code (EECO01, EECR05), or one of the model’s own (NH-…).',
})
@Directive('@key(fields: "code")')
export class Indicator {
  readonly #definition: IndicatorDefinition;

  constructor(definition: IndicatorDefinition) {
    this.#definition = definition;
  }

  @Field(() => ID)
  get code(): string {
    return this.#definition.code;
  }

  @Field(() => String)
  label(@Arg('language', () => Language, { defaultValue: Language.EN }) language: Language): string {
    return labelIn(this.#definition.label, language);
  }

  @Field(() => String, { description: 'What it counts exactly, in English.' })
  get definition(): string {
    return this.#definition.definition;
  }

  @Field(() => IndicatorSubject)
  get subject(): IndicatorSubject {
    return this.#definition.subject;
  }

  @Field(() => Measure)
  get measure(): Measure {
    return this.#definition.measure;
  }

  @Field(() => String, { description: 'Such as "persons", "hours", "EUR", "%".' })
  get unit(): string {
    return this.#definition.unit;
  }

  @Field(() => Int, { description: 'How many digits behind the point its figures have.' })
  get decimals(): number {
    return this.#definition.decimals;
  }

  @Field(() => [Dimension], { description: 'Over what its figures may be summed; a share or a mean over nothing.' })
  get additiveOver(): readonly Dimension[] {
    return this.#definition.additiveOver;
  }

  @Field(() => TerritoryLevel, { description: 'The level nearest to people at which it is published.' })
  get lowestLevel(): TerritoryLevel {
    return this.#definition.lowestLevel;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The subgraph whose partner counts it, such as "cps"; null for what is made of other indicators.',
  })
  get countedBy(): string | null {
    return isDerived(this.#definition) ? null : this.#definition.countedBy;
  }

  @Field(() => [[Trait]], {
    description:
      'By what it is broken down: by one trait, or by two at once. Of people, by one from the region up and by two nationally and above.',
  })
  get breakdowns(): Trait[][] {
    const breakdowns = isDerived(this.#definition) ? [] : this.#definition.breakdowns;
    return breakdowns.map((traits) => traits.flatMap((code) => findTrait(code) ?? []).map((trait) => new Trait(trait)));
  }

  @Field(() => [LevelThreshold], {
    description: 'For people, how many are told at each level at which it is published; none for public facts.',
  })
  get thresholds(): LevelThreshold[] {
    if (this.subject !== IndicatorSubject.PERSON) return [];
    const levels = Object.values(TerritoryLevel);
    const published = levels.slice(0, levels.indexOf(this.lowestLevel) + 1);
    const thresholds = configuredThresholds();
    return published.map((level) => ({ level, threshold: thresholds[level] }));
  }

  @Field(() => String, {
    nullable: true,
    description: 'How it is made of others, such as `NH-M5-MONTHS / (NH-M2 + NH-M3)`; null for what is counted.',
  })
  get formula(): string | null {
    return isDerived(this.#definition) ? formulaText(this.#definition.formula) : null;
  }
}

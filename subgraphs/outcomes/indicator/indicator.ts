import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { IndicatorDefinition } from './indicator-definition.ts';

@ObjectType({ description: 'What is counted, or made of what is counted, and published.' })
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
}

import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { DatasetDefinition } from './dataset-definition.ts';

@ObjectType({ description: 'Indicators that are submitted, protected and published together.' })
@Directive('@key(fields: "code")')
export class Dataset {
  readonly #definition: DatasetDefinition;

  constructor(definition: DatasetDefinition) {
    this.#definition = definition;
  }

  @Field(() => ID)
  get code(): string {
    return this.#definition.code;
  }
}

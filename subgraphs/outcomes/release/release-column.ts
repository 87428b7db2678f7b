import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Category } from '../indicator/category.ts';
import { resolveIndicator } from '../indicator/indicator.resolver.ts';
import { Indicator } from '../indicator/indicator.ts';
import { Basis } from '../submission/submission.ts';
import type { ReleasedColumn } from './release.ts';

registerEnumType(Basis, {
  name: 'Basis',
  description:
    'Where a figure is from: a count of each person, a sample, an informed estimate, or whom an operation was made for. From the strongest to the weakest.',
});

@ObjectType({ description: 'One figure that a release has of each territory.' })
export class ReleaseColumn {
  readonly #column: ReleasedColumn;

  constructor(column: ReleasedColumn) {
    this.#column = column;
  }

  @Field(() => Indicator, { nullable: true })
  get indicator(): Indicator | null {
    return resolveIndicator({ code: this.#column.indicator });
  }

  @Field(() => [Category], {
    description: 'The part of the indicator that it is, one category of each trait; none for all of it.',
  })
  get category(): Category[] {
    return Category.parse(this.#column.category);
  }

  @Field(() => Basis, { description: 'The weakest of all that was summed into it.' })
  get basis(): Basis {
    return this.#column.basis;
  }
}

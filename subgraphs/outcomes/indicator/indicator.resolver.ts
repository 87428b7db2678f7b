import { Arg, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { datasetOf } from '../dataset/datasets.ts';
import { CATALOGUE, findIndicator } from './catalogue.ts';
import { Indicator } from './indicator.ts';
import { IndicatorSubject } from './indicator-definition.ts';

@InputType()
export class IndicatorFilter {
  @Field(() => ID, { nullable: true, description: 'The code of a dataset that it is published in.' })
  dataset?: string;

  @Field(() => IndicatorSubject, { nullable: true })
  subject?: IndicatorSubject;
}

/** The one place where the graph tells what an indicator is; everybody else knows its code alone. */
@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => [Indicator], {
    nullable: true,
    description: 'The catalogue of indicators, some sixty: those that partners count, then those made of them.',
  })
  indicators(@Arg('filter', () => IndicatorFilter, { nullable: true }) filter: IndicatorFilter | null): Indicator[] {
    const { indicators } = filter?.dataset == null ? { indicators: CATALOGUE } : datasetOf(filter.dataset);
    return indicators
      .filter(({ subject }) => !filter?.subject || subject === filter.subject)
      .map((definition) => new Indicator(definition));
  }

  @Query(() => Indicator, { nullable: true })
  indicator(@Arg('code', () => ID) code: string): Indicator | null {
    return resolveIndicator({ code });
  }
}

export function resolveIndicator({ code }: { code: string }): Indicator | null {
  const definition = findIndicator(code);
  return definition && new Indicator(definition);
}

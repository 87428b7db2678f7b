import { Arg, ID, Query, Resolver } from 'type-graphql';
import { Dataset } from './dataset.ts';
import { DATASETS, findDataset } from './datasets.ts';

@Resolver(() => Dataset)
export class DatasetResolver {
  @Query(() => [Dataset], { nullable: true, description: 'What is published of outcomes, by subject: a few datasets.' })
  datasets(): Dataset[] {
    return DATASETS.map((definition) => new Dataset(definition));
  }

  @Query(() => Dataset, { nullable: true })
  dataset(@Arg('code', () => ID) code: string): Dataset | null {
    return resolveDataset({ code });
  }
}

export function resolveDataset({ code }: { code: string }): Dataset | null {
  const definition = findDataset(code);
  return definition && new Dataset(definition);
}

import { Arg, ID, Query, Resolver } from 'type-graphql';
import { Dataset } from './dataset.ts';
import { findDataset } from './datasets.ts';

@Resolver(() => Dataset)
export class DatasetResolver {
  @Query(() => Dataset, { nullable: true })
  dataset(@Arg('code', () => ID) code: string) {
    return resolveDataset({ code });
  }
}

export function resolveDataset({ code }: { code: string }): Dataset | null {
  const definition = findDataset(code);
  return definition && new Dataset(definition);
}

import { Dataset } from './dataset.ts';
import { findDataset } from './datasets.ts';

export function resolveDataset({ code }: { code: string }): Dataset | null {
  const definition = findDataset(code);
  return definition && new Dataset(definition);
}

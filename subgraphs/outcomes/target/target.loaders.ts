import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { findIndicator } from '../indicator/catalogue.ts';
import { Target, TargetKind } from './target.ts';

export interface TargetKey {
  readonly territory: string;
  readonly indicator: string;
  readonly period: string;
}

const textOf = ({ territory, indicator, period }: TargetKey): string => [territory, indicator, period].join();

export const targetLoaders = (em: EntityManager) => ({
  /** In the indicator's unit. */
  targets: new DataLoader<TargetKey, { baseline: number | null; target: number | null }, string>(
    async (keys) => {
      const of = (part: keyof TargetKey) => [...new Set(keys.map((key) => key[part]))];
      const rows = await em.find(Target, {
        territoryCode: { $in: of('territory') },
        indicator: { $in: of('indicator') },
        period: { $in: of('period') },
      });
      const values = new Map(
        rows.map(({ territoryCode: territory, indicator, period, kind, value }) => [
          `${kind} ${textOf({ territory, indicator, period })}`,
          Number(value) / 10 ** (findIndicator(indicator)?.decimals ?? 0),
        ]),
      );
      return keys.map((key) => ({
        baseline: values.get(`${TargetKind.BASELINE} ${textOf(key)}`) ?? null,
        target: values.get(`${TargetKind.TARGET} ${textOf(key)}`) ?? null,
      }));
    },
    { cacheKeyFn: textOf },
  ),
});

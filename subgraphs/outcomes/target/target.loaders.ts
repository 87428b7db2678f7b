import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';

/** What a figure is compared with. */
export interface TargetKey {
  territory: string;
  indicator: string;
  /** As it was written: a target for a year is none for its quarters. */
  period: string;
}

/** In the indicator's unit; null where nobody named one. */
export interface Targets {
  baseline: number | null;
  target: number | null;
}

type Row = TargetKey & { kind: 'BASELINE' | 'TARGET'; value: string };

const textOf = ({ territory, indicator, period }: TargetKey): string => JSON.stringify([territory, indicator, period]);

export const targetLoaders = (em: EntityManager) => ({
  targets: new DataLoader<TargetKey, Targets, string>(
    async (keys) => {
      const rows = await em.execute<Row[]>(
        `select asked.*, target.kind, target.value
           from jsonb_to_recordset(?::jsonb) as asked(territory text, indicator text, period text)
           join target on (target.territory_code, target.indicator, target.period) = (asked.territory, asked.indicator, asked.period)`,
        [JSON.stringify(keys.map(({ territory, indicator, period }) => ({ territory, indicator, period })))],
      );
      const found = new Map<string, Partial<Record<Row['kind'], number>>>();
      for (const row of rows) found.set(textOf(row), { ...found.get(textOf(row)), [row.kind]: Number(row.value) });
      return keys.map((key) => {
        const { BASELINE: baseline = null, TARGET: target = null } = found.get(textOf(key)) ?? {};
        return { baseline, target };
      });
    },
    { cacheKeyFn: textOf },
  ),
});

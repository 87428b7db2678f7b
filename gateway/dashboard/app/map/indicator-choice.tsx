import type { ReactNode } from 'react';
import { type Address, useAddress } from '../address/use-address.ts';
import { isPeriodOf } from '../figure/period.ts';
import { isPublishedAt } from '../figure/use-figures.ts';
import type { MapIndicatorsQuery, TerritoryLevel } from '../graph/generated/graphql.ts';
import { Text } from '../language/text.tsx';

export type MappedDataset = NonNullable<MapIndicatorsQuery['datasets']>[number];
type MappedIndicator = MappedDataset['indicators'][number];

export interface Chosen {
  dataset: MappedDataset;
  indicator: MappedIndicator;
}

/** Public nearly everywhere. */
const FIRST = 'NH-M1';

/** The indicator that the address names; where two datasets have it, that of the address's period. */
export function chosenOf(datasets: readonly MappedDataset[], { indicator: code, period }: Address): Chosen | null {
  const all = datasets.flatMap((dataset) => dataset.indicators.map((indicator) => ({ dataset, indicator })));
  const named = all.filter(({ indicator }) => indicator.code === code);
  const ofPeriod = named.find(({ dataset }) => period && isPeriodOf(dataset.code, period));
  return ofPeriod ?? named[0] ?? all.find(({ indicator }) => indicator.code === FIRST) ?? all[0] ?? null;
}

interface IndicatorChoiceProps {
  datasets: readonly MappedDataset[];
  chosen: Chosen;
  /** Only what is published at it can be chosen. */
  level: TerritoryLevel;
}

export function IndicatorChoice({ datasets, chosen, level }: IndicatorChoiceProps): ReactNode {
  const { change } = useAddress();
  const choose = (value: string): void => {
    const [code, indicator] = value.split(' ');
    const dataset = datasets.find((one) => one.code === code);
    if (dataset?.code === chosen.dataset.code) change({ indicator });
    else change({ indicator, period: dataset?.publishedPeriods?.[0] });
  };
  return (
    <label className="choice">
      <Text id="map.indicator" />
      <select value={optionOf(chosen)} onChange={({ target }) => choose(target.value)}>
        {datasets.map((dataset) => (
          <optgroup key={dataset.code} label={dataset.label}>
            {dataset.indicators
              .filter((indicator) => isPublishedAt(level, indicator) || indicator.code === chosen.indicator.code)
              .map((indicator) => (
                <option key={indicator.code} value={optionOf({ dataset, indicator })}>
                  {indicator.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

const optionOf = ({ dataset, indicator }: Chosen): string => `${dataset.code} ${indicator.code}`;

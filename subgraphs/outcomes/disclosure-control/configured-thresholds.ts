import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { type Thresholds, thresholdsOf } from './thresholds.ts';

const HOW = 'Write it like LOCAL=12,NATIONAL=6; levels that are left out keep their threshold.';

/** Reads what `DISCLOSURE_THRESHOLDS` sets; throws, saying how to write it, where nobody could tell what is meant. */
export function parseThresholds(text: string): Thresholds {
  const changes = text
    .split(',')
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const [level = '', threshold = '', ...more] = one.split('=').map((part) => part.trim());
      if (!Object.hasOwn(TerritoryLevel, level) || !/^\d+$/.test(threshold) || more.length > 0)
        throw new Error(`DISCLOSURE_THRESHOLDS has "${one.trim()}", which sets no threshold of a level. ${HOW}`);
      return [level, Number(threshold)] as const;
    });
  if (new Set(changes.map(([level]) => level)).size < changes.length)
    throw new Error(`DISCLOSURE_THRESHOLDS sets the threshold of a level twice. ${HOW}`);
  return thresholdsOf(Object.fromEntries(changes));
}

let configured: Thresholds | undefined;

/** The thresholds of this deployment, read once; the subgraph does so when it starts, and does not start with bad ones. */
export function configuredThresholds(): Thresholds {
  configured ??= parseThresholds(process.env.DISCLOSURE_THRESHOLDS ?? '');
  return configured;
}

import { uuidOf } from '../../../shared/global-id/global-id.ts';
import type { AskedPeriods } from './relative-period.ts';

/** Of which releases; uuids, where they are named. */
export interface Wanted {
  readonly periods: AskedPeriods;
  readonly network: string | null;
  readonly release: string | null;
}

interface Named {
  readonly network?: string | null;
  readonly release?: string | null;
}

/** Null where an id is none of its type, and so of nothing. */
export function wanted(periods: AskedPeriods, { network, release }: Named): Wanted | null {
  const uuids = {
    network: network == null ? null : uuidOf('Network', network),
    release: release == null ? null : uuidOf('Release', release),
  };
  if ((network != null && uuids.network === null) || (release != null && uuids.release === null)) return null;
  return { periods, ...uuids };
}

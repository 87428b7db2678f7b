import { useLocation, useSearchParams } from 'wouter';

/** What a page shows, as its address says it, so that a link leads to the very same. */
export interface Address {
  /** A code of the graph; undefined where the address names none: that of the latest release. */
  territory?: string;
  /** A year (`2025`) or a quarter (`2026-Q3`): of the dataset that has such periods. The others show their latest. */
  period?: string;
  indicator?: string;
  language?: string;
  /** Filters of the manufactories. */
  status?: string;
  activity?: string;
  institution?: string;
  /** Whether charts are shown as tables. */
  view?: 'table';
}

const KEYS = ['territory', 'period', 'indicator', 'language', 'status', 'activity', 'institution', 'view'] as const;
/** What stays when one goes to another page. */
const LASTING: ReadonlySet<string> = new Set(['territory', 'period', 'language', 'view']);

export type Changes = { [K in keyof Address]?: Address[K] | undefined };

export interface CurrentAddress {
  path: string;
  address: Address;
  /** Where a link to a page of the dashboard leads, with what lasts of this address and these changes. */
  hrefTo(path: string, changes?: Changes): string;
  /** Shows this page otherwise, as a new step of the browser's history. */
  change(changes: Changes): void;
}

export function useAddress(): CurrentAddress {
  const [path, navigate] = useLocation();
  const [search] = useSearchParams();
  const address: Address = Object.fromEntries(KEYS.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : [])));
  const lasting: Address = Object.fromEntries(Object.entries(address).filter(([key]) => LASTING.has(key)));
  return {
    path,
    address,
    hrefTo: (to, changes = {}) => withSearch(to, { ...lasting, ...changes }),
    change: (changes) => navigate(withSearch(path, { ...address, ...changes })),
  };
}

function withSearch(path: string, values: Changes): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  return search ? `${path}?${search}` : path;
}

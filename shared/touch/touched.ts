/** What a write touched, as the gateway's cache needs to know it. */
export interface Touched {
  /** The types of the rows that were stored, changed or deleted: their lists may have changed. */
  rows: string[];
  /** The types of all that was touched in this subgraph. */
  types: string[];
  /** The uuids of all that was touched, in other subgraphs, too; null for everything of this subgraph. */
  ids: string[] | null;
}

export const TOUCHED = 'hub.graph.touched.v1';

/** More are not told one by one. */
export const MOST_IDS = 200;

const LONGEST_HEADER = 4096;

/** All of them as one. */
export function mergeTouched(all: readonly Touched[]): Touched {
  const ids = all.map((one) => one.ids);
  return {
    rows: unique(all.flatMap(({ rows }) => rows)),
    types: unique(all.flatMap(({ types }) => types)),
    ids: ids.includes(null) ? null : unique(ids.flatMap((some) => some ?? [])),
  };
}

/** As the value of an HTTP header, which is short enough for everybody on the way. */
export function touchedHeader(touched: Touched): string {
  const whole = JSON.stringify(touched);
  return whole.length <= LONGEST_HEADER ? whole : JSON.stringify({ ...touched, ids: null });
}

export const unique = (values: Iterable<string>): string[] => [...new Set(values)].sort();

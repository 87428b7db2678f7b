import { z } from 'zod';
import type { CloudEvent } from '../../shared/events/cloud-event.ts';
import { type Dependency, ofAnything, ofEntity, ofList, ofType } from '../engine/dependencies/dependency.ts';

/** All that depends on a subgraph: answers are kept under this, too. */
export const allOf = (subgraph: string): Dependency => `${subgraph}:`;

/** All that is kept. */
export const EVERYTHING = 'everything';

/** What is old because of a write. */
export type Touched = readonly Dependency[] | typeof EVERYTHING;

const TOUCH = z.object({
  /** The types of the rows that were stored, changed or deleted. */
  rows: z.array(z.string()),
  /** The types of all rows that may be read differently now. */
  types: z.array(z.string()),
  /** The uuids of those; null where they are too many to tell. */
  ids: z.array(z.string()).nullable(),
});

/** What a write touched by the word of its subgraph; all of the subgraph where that cannot be read. */
export function touchedIn(subgraph: string, data: unknown): Dependency[] {
  const touch = TOUCH.safeParse(data);
  if (!touch.success || touch.data.ids === null) return [allOf(subgraph)];
  const { rows, types, ids } = touch.data;
  return [
    ofAnything(subgraph),
    ...ids.map((uuid) => ofEntity(subgraph, uuid)),
    ...types.map((type) => ofType(subgraph, type)),
    ...rows.map((type) => ofList(subgraph, type)),
  ];
}

/** The same of the header `hub-touched`. */
export function touchedInHeader(subgraph: string, header: string): Dependency[] {
  try {
    return touchedIn(subgraph, JSON.parse(header));
  } catch {
    return [allOf(subgraph)];
  }
}

/** The same of an event that tells what a transaction touched; everything where it does not say whose it is. */
export function touchedInEvent({ source, data }: CloudEvent): Touched {
  const subgraph = /^\/subgraphs\/([^/]+)$/.exec(source)?.[1];
  return subgraph ? touchedIn(subgraph, data) : EVERYTHING;
}

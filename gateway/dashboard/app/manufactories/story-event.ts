/** Whose knowledge something is: a subgraph, and the organisation behind it where the graph names it. */
export interface Source {
  role: 'institutions' | 'cps' | 'municipality' | 'marketplace';
  organisation: string | null;
}

/** One thing in the story of a manufactory. */
export interface StoryEvent {
  key: string;
  day: string;
  title: string;
  details: string[];
  source: Source;
}

/** In time order; of one day in the order in which they were given. */
export const inOrder = (events: readonly StoryEvent[]): StoryEvent[] =>
  events.toSorted((one, other) => one.day.localeCompare(other.day));

/** Without what there is nothing to say of. */
export const said = (...details: (string | null | undefined | false)[]): string[] =>
  details.filter((detail): detail is string => Boolean(detail));

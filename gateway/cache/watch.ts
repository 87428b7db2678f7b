/** How a request fared; the `bypass` ones were not answered from the cache, whatever it holds. */
export const FARES = [
  'hit',
  'miss',
  'stale',
  'bypass-bus',
  'bypass-request',
  'bypass-plan',
  'bypass-mutation',
] as const;
export type Fare = (typeof FARES)[number];

/** Why an answer that may be kept was not. */
export const UNKEPT = ['bus', 'touched', 'too-large'] as const;
export type Unkept = (typeof UNKEPT)[number];

/** What the cache tells of itself to the metrics. */
export interface CacheWatch {
  onTouch(outdated: number): void;
  onUnkept(reason: Unkept): void;
}

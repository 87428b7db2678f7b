import { useAddress } from '../address/use-address.ts';
import type { TerritoryLevel, TerritoryPathQuery } from '../graph/generated/graphql.ts';
import { LatestReleaseDocument, TerritoryPathDocument } from '../graph/generated/graphql.ts';
import { type Answer, useAnswer } from '../graph/use-answer.ts';

/** Where a dashboard without any release opens. */
const EVERYWHERE = 'EU';

/** The code of the territory that the page is about: the address names it, or the latest release does. Null until that is known. */
export function useTerritoryCode(): string | null {
  const { address } = useAddress();
  const { data, isAwaited } = useAnswer(LatestReleaseDocument, {}, { pause: Boolean(address.territory) });
  if (address.territory) return address.territory;
  return isAwaited ? null : (latestOf(data?.releases?.nodes ?? [])?.territory?.code ?? EVERYWHERE);
}

/** Of those with the newest periods, which come first, the one that came out last. */
const latestOf = <R extends { publishedAt: string | null }>(releases: readonly R[]): R | undefined =>
  [...releases].sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))[0];

export interface Place {
  code: string;
  name: string;
  level: TerritoryLevel;
}

/** The territory and all above it, the highest first. */
export const useTerritoryPath = (code: string): Answer<TerritoryPathQuery> =>
  useAnswer(TerritoryPathDocument, { code, within: code });

interface Nested extends Place {
  parent?: Nested | null;
}

export function pathOf(territory: Nested): Place[] {
  const { code, name, level, parent } = territory;
  return [...(parent ? pathOf(parent) : []), { code, name, level }];
}

/** For each level the territory that a switch to it leads to: above, that which this one lies in; below, the one that has something to show. */
export function placesByLevel(answer: TerritoryPathQuery): Map<TerritoryLevel, Place> {
  const { territory, partnerships, regional, national } = answer;
  const places = new Map<TerritoryLevel, Place>();
  for (const found of [partnerships, regional, national]) {
    const below = found?.nodes[0]?.territory;
    if (below) places.set(below.level, below);
  }
  if (territory) for (const place of pathOf(territory)) places.set(place.level, place);
  return places;
}

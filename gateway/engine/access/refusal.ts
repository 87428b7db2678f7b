import type { Failure } from '../report/report.ts';
import type { TreePath } from '../tree.ts';
import type { Requirement } from './requirement.ts';

/** Why a field, or an object of a type, may not be seen: as far as it does not depend on where it stands. */
export type Refusal = Omit<Failure, 'path'>;

/** @param what - the field's coordinate, or the type of an object that could have been another */
export function refusalOf(what: string, unmet: readonly Requirement[], isAnonymous: boolean): Refusal {
  const code = isAnonymous ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  const message = isAnonymous
    ? `${what} is for callers who say who they are: send an access token.`
    : `${what} is not for this caller: it takes ${unmet.map(inWords).join(', and ')}.`;
  return { message, extensions: { code, coordinate: what }, isToldOnce: true };
}

export const refusedAt = (refusal: Refusal, path: TreePath): Failure => ({ ...refusal, path });

function inWords({ alternatives }: Requirement): string {
  if (alternatives.length === 0) return 'a scope that nobody has';
  const words = alternatives.map((all) => all.join(' and '));
  return `${alternatives.length === 1 && alternatives[0]?.length === 1 ? 'the scope' : 'the scopes'} ${words.join(', or ')}`;
}

import { refusal } from '../../../shared/access/requirement.ts';
import type { Failure } from '../report/report.ts';
import type { TreePath } from '../tree.ts';
import type { Requirement } from './requirement.ts';

/** Why a field, or an object of a type, may not be seen: as far as it does not depend on where it stands. */
export type Refusal = Omit<Failure, 'path'>;

/** @param what - the field's coordinate, or the type of an object that could have been another */
export function refusalOf(what: string, unmet: readonly Requirement[], isAnonymous: boolean): Refusal {
  const asked = unmet.map(({ alternatives }) => alternatives);
  const { message, code } = refusal(what, asked, isAnonymous);
  return { message, extensions: { code, coordinate: what }, isToldOnce: true };
}

export const refusedAt = (refused: Refusal, path: TreePath): Failure => ({ ...refused, path });

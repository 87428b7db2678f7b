import type { OwnedRow } from '../database/owned-row.ts';
import { PlacedRow } from '../database/placed-row.ts';
import { callerNow } from '../database/row-security/on-behalf.ts';
import { DomainError } from '../errors/domain-error.ts';
import { toGlobalId } from '../global-id/global-id.ts';
import { findTerritory } from '../territory/territory.ts';
import { runsHub } from '../trust/caller.ts';

/** Whether what runs now is for one of these organisations, or for whoever acts for all of them. */
export function actsFor(...organisationIds: (string | null)[]): boolean {
  const caller = callerNow();
  if (caller === null || runsHub(caller)) return true;
  return caller.organisationId !== null && organisationIds.includes(caller.organisationId);
}

/**
 * Throws FORBIDDEN where a write would change a row of another organisation, or in another territory, than the
 * caller's. `keepers` are the organisations that keep the row, where that is not its owner alone.
 */
export function assertOwn(row: OwnedRow, keepers: readonly (string | null)[] = [row.organisationId]): void {
  const type = row.constructor.name;
  if (!actsFor(...keepers)) throw notYours(`This ${type}`, type, row.id);
  if (row instanceof PlacedRow) assertInTerritory(row);
}

/** Throws FORBIDDEN where a write would make something for another organisation than the caller's; null is one that is not known. */
export function assertActsFor(organisationId: string | null): void {
  if (!actsFor(organisationId)) {
    throw notYours(
      'What this write makes',
      'Organisation',
      organisationId && toGlobalId('Organisation', organisationId),
    );
  }
}

/** Throws FORBIDDEN for a row outside the territory in which the caller may write. */
export function assertInTerritory(row: PlacedRow): void {
  const territory = callerNow()?.territory ?? null;
  if (territory === null || row.territoryPath.startsWith(findTerritory(territory)?.path ?? '/')) return;
  const type = row.constructor.name;
  throw new DomainError(
    'FORBIDDEN',
    `This ${type} is in ${row.territoryCode}, and you may write in ${territory} alone. Ask somebody whose territory holds it.`,
    { type, territory: row.territoryCode },
  );
}

const notYours = (what: string, type: string, id: string | null): DomainError =>
  new DomainError(
    'FORBIDDEN',
    `${what} belongs to another organisation; a write changes records of your own. Let that organisation do it, or sign in for it.`,
    { type, id },
  );

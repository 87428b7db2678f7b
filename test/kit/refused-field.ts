import type { OwnedRow } from '../../shared/database/owned-row.ts';
import { Invalid } from '../../shared/errors/domain-error.ts';

/** The field for which a row is refused by its own rules; null where it is not. */
export function refusedField(row: OwnedRow): string | null {
  try {
    row.assertValid();
    return null;
  } catch (error) {
    if (error instanceof Invalid && error.field) return error.field;
    throw error;
  }
}

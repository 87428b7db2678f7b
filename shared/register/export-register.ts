import type { EntityManager } from '@mikro-orm/postgresql';
import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import type { OwnedRow } from '../database/owned-row.ts';
import { cellOf, referenceOf } from './column.ts';
import type { PartnerFile } from './import-report.ts';
import { propertyOf, type Register } from './register.ts';

/**
 * Writes a register back, a file for each partner, in the form that the import reads: rows by key, references as uuids.
 * Rows that were born in the hub have no partner, and their uuids for keys.
 */
export async function exportRegister<T extends OwnedRow>(
  em: EntityManager,
  register: Register<T>,
): Promise<PartnerFile[]> {
  const rows = await em.find<OwnedRow>(register.entity, {});
  const keyed = rows.map((row) => {
    const [partner = '', key = row.uuid] = row.registerKey?.split('/') ?? [];
    return { partner, key, row };
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const columns = Object.keys(register.columns);
  return [...Map.groupBy(keyed, ({ partner }) => partner)].map(([partner, ofPartner]) => ({
    partner: partner || null,
    csv: stringify(
      ofPartner.map(({ key, row }) => [key, ...columns.map((column) => cellText(row, register, column))]),
      { header: true, columns: ['key', ...columns] },
    ),
  }));
}

function cellText<T extends OwnedRow>(row: OwnedRow, register: Register<T>, column: string): string {
  const kind = register.columns[column] as z.ZodType;
  const property = propertyOf(column, referenceOf(kind) !== null);
  return cellOf(kind, (row as unknown as Record<string, unknown>)[property]);
}

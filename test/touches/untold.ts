import type { Touched } from '../../shared/touch/touched.ts';
import { type Snapshot, shownOf } from './snapshot.ts';

/** What shows otherwise than before, though the write did not tell that it touched it. */
export function untold(before: Snapshot, after: Snapshot, { rows, types, ids }: Touched): string[] {
  const missing: string[] = [];
  for (const [key, now] of after.entities) {
    const [type = '', uuid = ''] = key.split(' ');
    const was = shownOf(before, type, uuid);
    if (was === now) continue;
    if (ids !== null && !ids.includes(uuid)) missing.push(`id of ${key}: ${was} → ${now}`);
    if (!types.includes(type)) missing.push(`type of ${key}`);
    if ((was === 'null') !== (now === 'null') && !rows.includes(type)) missing.push(`rows: ${type}, of which ${key}`);
  }
  for (const [key, now] of after.lists) {
    const [type = ''] = key.split(' ');
    if (before.lists.get(key) !== now && !rows.includes(type)) missing.push(`rows: ${type}, of which ${key}`);
  }
  return missing;
}

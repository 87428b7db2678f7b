import { createHmac } from 'node:crypto';
import type { People, Run } from './people.ts';

/**
 * Pseudonyms that are of use in this log alone: HMAC-SHA-256 under a key that the migration made and that stays in the
 * database, so that an extract of the log cannot be joined with an extract of anything else.
 */
export async function pseudonymsUnderLogKey(run: Run, persons: readonly string[]): Promise<string[]> {
  const [found] = await run<{ key: string }>('select key from access_log_key', []);
  if (!found) throw new Error('The access log has no key; its migration makes one.');
  const key = Buffer.from(found.key, 'hex');
  return persons.map((person) => createHmac('sha256', key).update(person).digest('hex'));
}

/** The same in any order, asked once for each person; null for null. */
export async function pseudonyms(
  people: People,
  run: Run,
  persons: readonly (string | null)[],
): Promise<(string | null)[]> {
  const each = [...new Set(persons)].filter((person) => person !== null);
  if (each.length === 0) return persons.map(() => null);
  const known = await people.pseudonymsOf(run, each);
  const byPerson = new Map(each.map((person, i) => [person, known[i] ?? null]));
  return persons.map((person) => (person === null ? null : (byPerson.get(person) ?? null)));
}

import { createHmac } from 'node:crypto';
import type { Run } from '../../../shared/access-log/people.ts';
import type { PersonKey } from '../person-key/person-key.ts';

/**
 * By what the Centre's own log of who looked knows a person: made of the person's key alone, so that it names nobody any
 * more once that is gone, and no partner's pseudonym leads to it.
 */
export const logPseudonymOf = ({ key }: Pick<PersonKey, 'key'>): string =>
  createHmac('sha256', key).update('access-log').digest('base64url');

/** The same of people by their uuids, in one statement and in their order; null for who has no key any more. */
export async function logPseudonymsOf(run: Run, people: readonly string[]): Promise<(string | null)[]> {
  const rows = await run<{ person: string; key: Uint8Array }>(
    `select beneficiary_id as person, key from person_key where beneficiary_id = any(string_to_array(?, ',')::uuid[])`,
    [people.join()],
  );
  const keys = new Map(rows.map(({ person, key }) => [person, key]));
  return people.map((person) => {
    const key = keys.get(person);
    return key ? logPseudonymOf({ key }) : null;
  });
}

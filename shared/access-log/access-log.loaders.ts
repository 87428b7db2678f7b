import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { badCursor, decodeCursor, type Order } from '../connection/cursor.ts';
import { assertPageSize, type PageRequest } from '../connection/listing.ts';
import { loadersByArguments } from '../database/loaders.ts';
import { asSystem } from '../database/row-security/on-behalf.ts';
import type { Purpose } from '../trust/purpose.ts';
import type { Access } from './access-notes.ts';
import { type People, runIn } from './people.ts';
import { pseudonyms } from './pseudonym.ts';

/** A row of the log, as far as it is shown. */
export interface LoggedAccess {
  at: string;
  organisationId: string | null;
  roles: string[];
  subject: string;
  purpose: Purpose | null;
  type: string;
  fields: string[];
  access: Access;
  hash: string;
}

export interface AccessPage {
  rows: LoggedAccess[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** By its hash: that tells a row's place, and not how many others there are. */
export const PLACE: readonly Order[] = [{ property: 'hash' }];

const NEWEST_OF_EACH = `
  select asked.pseudonym, place.seq as place, page.*
  from jsonb_array_elements_text(?::jsonb) as asked (pseudonym)
  left join access_log place on place.pseudonym = asked.pseudonym and place.hash = ?
  left join lateral (
    select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, organisation_id as "organisationId", roles, subject, purpose, type, fields, access, hash
    from access_log where pseudonym = asked.pseudonym and (?::text is null or seq < place.seq)
    order by seq desc limit ?
  ) page on true
  order by page.seq desc`;

type Found = LoggedAccess & { pseudonym: string; place: string | null; seq: string | null };

/** Who looked at people, the newest first; one statement for all who are asked of. */
export const accessLogLoaders = (em: EntityManager, people: People) => ({
  accessesByPerson: loadersByArguments(
    (page: PageRequest) =>
      new DataLoader<string, AccessPage>((persons) => asSystem(() => pagesOf(em, people, persons, page))), // of nobody else
  ),
});

async function pagesOf(
  em: EntityManager,
  people: People,
  persons: readonly string[],
  page: PageRequest,
): Promise<(AccessPage | Error)[]> {
  const { first, after = null } = page;
  assertPageSize(page);
  const [place = null] = after === null ? [] : decodeCursor(after, PLACE, () => 'text');
  const run = runIn(em, em.getTransactionContext());
  const known = await pseudonyms(people, run, persons);
  const asked = known.filter((pseudonym) => pseudonym !== null);
  const found = await run<Found>(NEWEST_OF_EACH, [JSON.stringify(asked), place, place, first + 1]);
  return known.map((pseudonym) => {
    const theirs = found.filter((row) => row.pseudonym === pseudonym);
    if (after !== null && theirs[0]?.place == null) return badCursor(after);
    const rows = theirs.filter(({ seq }) => seq !== null);
    return { rows: rows.slice(0, first), hasNextPage: rows.length > first, hasPreviousPage: after !== null };
  });
}

import { createHash } from 'node:crypto';
import type { Accessed } from './access-notes.ts';
import type { Asker } from './asking.ts';
import type { Run } from './people.ts';

/** One of the log's rows to be, with the person's pseudonym in place of the person. */
export interface Entry extends Omit<Accessed, 'person'> {
  pseudonym: string | null;
}

/** Appends rows, all in one statement; the table chains them. They last when the transaction is committed. */
export async function append(run: Run, asker: Asker, entries: Entry[]): Promise<void> {
  const rows = entries.map(({ fields, ...entry }) => ({ ...entry, fields: [...fields].sort() }));
  await run(
    `insert into access_log (jti, request_id, subject, organisation_id, roles, purpose, client, operation_hash,
                             type, pseudonym, fields, access)
     select asker.*, entry.*
     from jsonb_to_record(?::jsonb) as asker (jti text, request_id text, subject text, organisation_id uuid, roles text[],
                                              purpose text, client text, operation_hash text),
          jsonb_to_recordset(?::jsonb) as entry (type text, pseudonym text, fields text[], access text)`,
    [JSON.stringify(columnsOf(asker)), JSON.stringify(rows)],
  );
}

function columnsOf({ caller, jti, requestId, operation }: Asker): object {
  const { organisationId, roles, purpose, client } = caller;
  // by their own name, a look of the person's at the person would tell whose pseudonym it is
  const subject = purpose === 'DATA_SUBJECT' ? 'the person' : caller.subject;
  const text = operation();
  const operation_hash = text === null ? null : createHash('sha256').update(text).digest('hex');
  const who = { jti, request_id: requestId, subject, organisation_id: organisationId, roles, purpose, client };
  return { ...who, operation_hash };
}

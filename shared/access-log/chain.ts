import { createHash } from 'node:crypto';

/** What the first row has as its previous hash. */
export const GENESIS = '0'.repeat(64);

/** A row as the chain sees it; `at` with all its microseconds. */
export interface ChainedRow {
  seq: string;
  at: string;
  jti: string | null;
  request_id: string | null;
  subject: string;
  organisation_id: string | null;
  roles: string[];
  purpose: string | null;
  client: string | null;
  operation_hash: string | null;
  type: string;
  pseudonym: string | null;
  fields: string[];
  access: string;
  previous_hash: string;
  hash: string;
}

/** Reads rows as `ChainedRow`. */
export const CHAINED_ROWS = `
  select seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, jti, request_id, subject,
         organisation_id, roles, purpose, client, operation_hash, type, pseudonym, fields, access, previous_hash, hash
  from access_log order by access_log.seq`;

/** The hash that a row has to have: of the previous one's, and of all that the row says, written as PostgreSQL writes jsonb. */
export function hashOf(row: ChainedRow): string {
  const { seq, at, jti, request_id, subject, organisation_id, roles, purpose, client } = row;
  const { operation_hash, type, pseudonym, fields, access } = row;
  const who = [jti, request_id, subject, organisation_id, roles, purpose, client];
  const text = jsonb([seq, at, ...who, operation_hash, type, pseudonym, fields, access]);
  return createHash('sha256').update(`${row.previous_hash}${text}`).digest('hex');
}

type Json = string | null | Json[];

const jsonb = (value: Json): string =>
  Array.isArray(value) ? `[${value.map(jsonb).join(', ')}]` : JSON.stringify(value);

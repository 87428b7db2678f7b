import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { validate } from 'uuid';
import { findTerritory } from '../../territory/territory.ts';
import { ANONYMOUS, type Caller, isAnonymous, runsHub } from '../../trust/caller.ts';

/** What PostgreSQL is told, for one transaction, of whoever a statement is for; policies read these as `hub.<name>`. */
interface Settings {
  /** `system` is the program itself; `operator` acts for every organisation; a `caller` for one; nobody else writes. */
  kind: 'system' | 'operator' | 'caller' | '';
  organisation: string;
  /** The path of the territory in which the caller writes; empty for no border. */
  territory: string;
  subject: string;
  purpose: string;
}

interface Session {
  /** Null for the system. */
  caller: Caller | null;
  /** The statement that tells PostgreSQL. */
  sql: string;
}

const current = new AsyncLocalStorage<Session>();

/** Where nobody said for whom a statement is, it sees what the public sees, and writes nothing. */
const NOBODY: Session = sessionOf(ANONYMOUS);

const SYSTEM: Session = {
  caller: null,
  sql: sqlOf({ kind: 'system', organisation: '', territory: '', subject: 'system', purpose: '' }),
};

/** Runs what is done for a caller: all its statements see and write the rows that this caller may. */
export const asCaller = <T>(caller: Caller, act: () => T): T => current.run(sessionOf(caller), act);

/**
 * Runs what the program does by itself, past the policies of rows: consumers of events, and what reads rows for a result
 * in which none of them shows, such as a sum. Say at the call why.
 */
export const asSystem = <T>(act: () => T): T => current.run(SYSTEM, act);

/** For whom the statements of now are; null for the program itself. */
export const callerNow = (): Caller | null => (current.getStore() ?? NOBODY).caller;

/** The statement that says so to PostgreSQL, for the transaction in which it runs. */
export const sessionSql = (): string => (current.getStore() ?? NOBODY).sql;

/** The same for a connection that is the system's alone. */
export const SYSTEM_SQL = SYSTEM.sql;

function sessionOf(caller: Caller): Session {
  const { organisationId, territory, subject, purpose } = caller;
  return {
    caller,
    sql: sqlOf({
      kind: isAnonymous(caller) ? '' : runsHub(caller) ? 'operator' : 'caller',
      organisation: organisationId && validate(organisationId) ? organisationId : '',
      territory: territory === null ? '' : (findTerritory(territory)?.path ?? 'nowhere'),
      subject,
      purpose: purpose ?? '',
    }),
  };
}

function sqlOf(settings: Settings): string {
  const parts = Object.entries(settings).map(
    ([name, value]) => `set_config('hub.${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  return `select ${parts.join(', ')}`;
}

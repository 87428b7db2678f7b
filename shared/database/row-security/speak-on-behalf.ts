import type pg from 'pg';
import { sessionSql } from './on-behalf.ts';

type Send = (sql: string, values?: unknown[]) => Promise<pg.QueryResult | pg.QueryResult[]>;

/**
 * Has a connection tell PostgreSQL with each statement for whom it is, in the same message, so that it costs no round
 * trip. PostgreSQL runs the statements of one message in one transaction, and what they set for it ends with it: so
 * nothing is left for whoever gets the connection next. In a transaction it is told again only where it differs.
 */
export function speakOnBehalf(client: pg.PoolClient): void {
  const send = client.query.bind(client) as Send;
  let isInTransaction = false;
  let told = '';

  const query: Send = async (sql, values = []) => {
    if (typeof sql !== 'string' || values.length > 0) {
      throw new Error(
        'Statements go to the database as text that holds its values: others could not say for whom they are.',
      );
    }
    const session = sessionSql();
    if (/^(commit|rollback|release)\b/i.test(sql)) {
      if (!/^(release|rollback to)\b/i.test(sql)) isInTransaction = false;
      told = ''; // what was set behind a savepoint goes back with it
      return send(sql);
    }
    const isBegin = /^(begin|start transaction)\b/i.test(sql);
    if (isBegin) isInTransaction = true;
    else if (isInTransaction && told === session) return send(sql);

    told = isInTransaction ? session : '';
    const results = await send(isBegin ? `${sql}; ${session}` : `${session}; ${sql}`);
    return Array.isArray(results) ? (results.at(-1) as pg.QueryResult) : results;
  };
  client.query = query as pg.PoolClient['query'];
}

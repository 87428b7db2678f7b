import { createHash } from 'node:crypto';
import { Migration } from '@mikro-orm/migrations';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '../errors/domain-error.ts';
import type { Caller } from '../trust/caller.ts';

/** The table that remembers which write a caller's key stood for; the same in every subgraph. */
export class CreateIdempotencyTable extends Migration {
  override name = '2026-11-24-create-idempotency-table';

  override up(): void {
    this.addSql(`
      create table idempotency (
        caller text not null,
        key text not null,
        request text not null,
        result uuid,
        at timestamptz not null default now(),
        primary key (caller, key)
      );
    `);
  }
}

export interface Attempt {
  caller: Caller;
  key: string;
  mutation: string;
  input: object;
}

/**
 * Takes the key for this transaction. Gives the uuid that an earlier write with the same key made, after waiting for
 * one that is under way; null where this is the first. Throws CONFLICT where the key stood for another write.
 */
export async function takeKey(em: EntityManager, { caller, key, mutation, input }: Attempt): Promise<string | null> {
  const request = createHash('sha256')
    .update(JSON.stringify([mutation, input]))
    .digest('base64url');
  const taken = await em.execute(
    'insert into idempotency (caller, key, request) values (?, ?, ?) on conflict do nothing returning key',
    [caller.subject, key, request],
  );
  if (taken.length > 0) return null;

  const [earlier] = await em.execute<{ request: string; result: string }[]>(
    'select request, result from idempotency where caller = ? and key = ?',
    [caller.subject, key],
  );
  if (earlier?.request === request) return earlier.result;
  throw new DomainError('CONFLICT', `The idempotency key "${key}" was used for another write. Take a new one.`, {
    field: 'idempotencyKey',
  });
}

export async function keepResult(em: EntityManager, { caller, key }: Attempt, uuid: string): Promise<void> {
  await em.execute('update idempotency set result = ? where caller = ? and key = ?', [uuid, caller.subject, key]);
}

import {
  type Constructor,
  DriverException,
  type EntityManager,
  OptimisticLockError,
  UniqueConstraintViolationException,
} from '@mikro-orm/postgresql';
import type { OwnedRow } from '../database/owned-row.ts';
import { PlacedRow } from '../database/placed-row.ts';
import { asCaller } from '../database/row-security/on-behalf.ts';
import { DomainError } from '../errors/domain-error.ts';
import type { Caller } from '../trust/caller.ts';
import { assertInTerritory } from './assert-own.ts';
import { type Attempt, keepResult, takeKey } from './idempotency.ts';

/** What every mutation's input may carry. */
export interface WriteInput {
  idempotencyKey?: string | null;
}

/**
 * Runs one write in one transaction: all of it, its events included, or nothing. The row that it gives is what the
 * mutation returns, of the caller's own organisation and territory. With an `idempotencyKey` it acts once, and gives the same row when it is repeated. Whoever was
 * faster with the same row leaves a CONFLICT to the others.
 */
export async function write<T extends OwnedRow>(
  { em: root, caller }: { em: EntityManager; caller: Caller },
  entity: Constructor<T>,
  mutation: string,
  input: WriteInput,
  act: (em: EntityManager) => Promise<T>,
): Promise<T> {
  const attempt: Attempt | null = input.idempotencyKey ? { caller, key: input.idempotencyKey, mutation, input } : null;
  const run = async (em: EntityManager): Promise<T> => {
    const earlier = attempt && (await takeKey(em, attempt));
    if (earlier) return em.findOneOrFail<T>(entity, earlier as never);

    const row = await act(em);
    if (row instanceof PlacedRow) assertInTerritory(row);
    em.persist(row);
    await em.flush();
    if (attempt) await keepResult(em, attempt, row.uuid);
    return row;
  };
  try {
    return await asCaller(caller, () => root.transactional(run));
  } catch (error) {
    throw refusalOf(error, mutation);
  }
}

/** The constraint is named like the table and its columns; the value is not told, for the other row may be hidden. */
export const uniqueBy = (error: unknown): string =>
  (error as { constraint?: string }).constraint ?? 'which is not known';

function refusalOf(error: unknown, mutation: string): unknown {
  if (error instanceof OptimisticLockError) {
    return new DomainError(
      'CONFLICT',
      `Somebody else changed the row while \`${mutation}\` ran. Read it again and repeat.`,
    );
  }
  if (error instanceof DriverException && /row-level security/.test(error.message)) {
    return new DomainError(
      'FORBIDDEN',
      `\`${mutation}\` would change records of another organisation or territory than yours. Let those do it who keep them.`,
    );
  }
  if (error instanceof UniqueConstraintViolationException) {
    return new DomainError('CONFLICT', `Another row has a value that must be unique: ${uniqueBy(error)}.`);
  }
  return error;
}

import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { ManufactoryStatus } from '../manufactory/manufactory-status.ts';

const { PREPARING, CLOSED } = ManufactoryStatus;

/** Finds a manufactory that people can work in, and lets nobody else begin or end work there until all is stored. */
export async function placeOfWork(em: EntityManager, id: string): Promise<Manufactory> {
  const manufactory = await findOwn(em, Manufactory, 'manufactoryId', id);
  await em.refresh(manufactory, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (manufactory.status !== PREPARING && manufactory.status !== CLOSED) return manufactory;
  const message = `${manufactory.name} is ${manufactory.status}: people work in it from \`protectManufactory\` on, until it is closed.`;
  throw new DomainError('CONFLICT', message, { guard: 'status', id });
}

/** The condition for rows whose days meet these; without a last day they go on. */
export const meeting = (startsOn: string, endsOn: string | null) => ({
  $and: [{ $or: [{ endsOn: null }, { endsOn: { $gte: startsOn } }] }, endsOn ? { startsOn: { $lte: endsOn } } : {}],
});

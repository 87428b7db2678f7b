import { DomainError } from '../../shared/errors/domain-error.ts';

interface WithStatus<S extends string> {
  id: string;
  status: S;
}

/**
 * Throws CONFLICT where a thing is not at the point of its life from which an act leads on.
 * @param named - the thing as a sentence begins with it: `The idea "Puppets"`
 * @param act - the passive verb: `verified`
 */
export function assertStatus<S extends string>(
  row: WithStatus<S>,
  named: string,
  act: string,
  from: readonly S[],
): void {
  if (from.includes(row.status)) return;
  throw new DomainError(
    'CONFLICT',
    `${named} cannot be ${act}: it is ${row.status}, and it would have to be ${from.join(' or ')}.`,
    { id: row.id, status: row.status, allowed: from },
  );
}

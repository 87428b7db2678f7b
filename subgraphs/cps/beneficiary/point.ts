import { DomainError } from '../../../shared/errors/domain-error.ts';

/**
 * Throws CONFLICT where somebody, or what is about somebody, is not at a point from which an act leads on. It does not say
 * at which: an error is read by more people than a person's data.
 * @param act - the passive verb: `employed`
 */
export function assertPoint<S extends string>(
  { id, status }: { id: string; status: S },
  act: string,
  from: readonly S[],
): void {
  if (from.includes(status)) return;
  throw new DomainError('CONFLICT', `Nobody is ${act} whose \`status\` is not ${from.join(' or ')}.`, {
    id,
    allowed: from,
  });
}

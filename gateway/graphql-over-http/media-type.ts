import Negotiator from 'negotiator';
import { HttpProblem } from './http-problem.ts';

export type MediaType = 'application/json' | 'application/graphql-response+json';

/** The first is what a client gets that does not say. */
export const OFFERED: MediaType[] = ['application/json', 'application/graphql-response+json'];

const known = new Map<string, MediaType>();
const KNOWN_LIMIT = 100;

/** What the answer is to be. Throws HttpProblem where the client takes neither. */
export function mediaTypeFor(accept: string | undefined): MediaType {
  if (accept === undefined) return 'application/json';
  const remembered = known.get(accept);
  if (remembered) return remembered;

  const chosen = new Negotiator({ headers: { accept } }).mediaType(OFFERED) as MediaType | undefined;
  if (!chosen) throw new HttpProblem(406, 'NOT_ACCEPTABLE', `The answer is ${OFFERED.join(' or ')}.`);
  if (known.size < KNOWN_LIMIT) known.set(accept, chosen);
  return chosen;
}

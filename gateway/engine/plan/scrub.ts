import { own } from '../tree.ts';
import type { SubgraphAnswer, SubgraphError } from './subgraph-answer.ts';

/** Characters of a message, and of what else a refusal says, as JSON. */
const LONGEST_MESSAGE = 2_000;
const LARGEST_FACTS = 16_000;
const CODE = /^[A-Z][A-Z\d_]{0,59}$/;

/**
 * Leaves of a subgraph's errors what clients may hear: a refusal that was meant for them, by its code, as it is; of any
 * other error its code, for the rest may be a stack, a statement or an address.
 * @param refusals - the codes of refusals; undefined lets all pass
 */
export function scrub(
  answer: SubgraphAnswer,
  subgraph: string,
  refusals: ReadonlySet<string> | undefined,
): SubgraphAnswer {
  if (!refusals || answer.errors.length === 0) return answer;
  return { data: answer.data, errors: answer.errors.map((error) => scrubError(error, subgraph, refusals)) };
}

function scrubError(error: SubgraphError, subgraph: string, refusals: ReadonlySet<string>): SubgraphError {
  const { message, path, extensions } = error;
  const code = own(extensions, 'code');
  if (typeof code !== 'string' || !refusals.has(code)) {
    const isCode = typeof code === 'string' && CODE.test(code);
    return {
      message: `The subgraph "${subgraph}" failed at this; its own log says why.`,
      path,
      extensions: isCode ? { code } : {},
    };
  }
  return {
    message: message?.slice(0, LONGEST_MESSAGE),
    path,
    extensions: isSmall(extensions) ? extensions : { code },
  };
}

function isSmall(facts: unknown): boolean {
  try {
    return JSON.stringify(facts).length <= LARGEST_FACTS;
  } catch {
    return false; // nested deeper than the stack
  }
}

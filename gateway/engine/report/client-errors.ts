import { GraphQLError } from 'graphql';
import { isTree, own, type TreePath } from '../tree.ts';
import { clientKey } from '../tree-keys.ts';
import type { Failure } from './report.ts';

/** The failures as the client is told them: every path leads into the answer, or to where it was cut off by a null. */
export function clientErrors(failures: readonly Failure[], data: unknown): GraphQLError[] {
  return failures.map((failure) => {
    const path = failure.path && pathInto(data, failure.path);
    const error = new GraphQLError(failure.message, {
      path: path?.length ? path : undefined,
      extensions: failure.extensions,
    });
    // As `cause` and not as `originalError`: that would put its stack, too, where hosts show stacks to clients.
    if (failure.cause !== undefined) Object.defineProperty(error, 'cause', { value: failure.cause });
    return error;
  });
}

/** Cuts the path where it leaves what the client asked for, as it does for a field fetched only for `@requires`. */
function pathInto(data: unknown, path: TreePath): (string | number)[] {
  const known: (string | number)[] = [];
  let value = data;
  for (const step of path) {
    const key = typeof step === 'string' ? clientKey(step) : step;
    if (isTree(value)) {
      if (!Object.hasOwn(value, key)) return known;
      value = own(value, String(key));
    } else if (Array.isArray(value)) {
      value = typeof key === 'number' ? value[key] : undefined;
    } else {
      value = null;
    }
    known.push(key);
  }
  return known;
}

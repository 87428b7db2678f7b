import { GraphQLError } from 'graphql';
import { isTree, own, type TreePath } from '../tree.ts';
import { clientKey } from '../tree-keys.ts';
import { type Failure, pathText } from './report.ts';

/** The failures as the client is told them: every path leads into the answer, or to where it was cut off by a null. */
export function clientErrors(failures: readonly Failure[], data: unknown): GraphQLError[] {
  return eachOnce(failures).map((failure) => {
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

/** Of what is the same for all the objects of a list, the first is told: clients hear it once for each place of their document. */
function eachOnce(failures: readonly Failure[]): readonly Failure[] {
  if (!failures.some(({ isToldOnce }) => isToldOnce)) return failures;
  const told = new Set<string>();
  return failures.filter(({ isToldOnce, path = [], message }) => {
    if (!isToldOnce) return true;
    const place = `${message} ${pathText(path.filter((step) => typeof step === 'string'))}`;
    if (told.has(place)) return false;
    told.add(place);
    return true;
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

import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

const DEFAULT_CODE = 'DOWNSTREAM_SERVICE_ERROR';

/**
 * Says how the gateway's answer differs from the monolith's; null where it does not.
 *
 * The data are equal, and so is the order of their keys. Of errors, path and code are compared (an error without a
 * code has the gateway's), each once. `full` has every error that there can be, no field hiding another. Where a
 * null moved up, the specification leaves open which of the errors beneath are found: there, those of the gateway are
 * some of the full ones, and at least one. Everywhere else they are exactly the full ones.
 */
export function difference(gateway: ExecutionResult, monolith: ExecutionResult, full: ExecutionResult): string | null {
  if (JSON.stringify(gateway.data) !== JSON.stringify(monolith.data)) return 'The data differ.';

  const told = new Map(errorsOf(gateway).map((error) => [textOf(error), error]));
  const possible = new Map(errorsOf(full).map((error) => [textOf(error), error]));
  for (const text of told.keys()) if (!possible.has(text)) return `The gateway tells of an error that is none: ${text}`;

  const accounted = new Set([...told.values()].map(({ path }) => nullAbove(monolith.data, path ?? [])));
  for (const [text, { path }] of possible) {
    const above = nullAbove(monolith.data, path ?? []);
    if (above === null && !told.has(text)) return `The gateway does not tell of the error ${text}`;
    if (above !== null && !accounted.has(above)) return `The gateway does not say why there is a null at "${above}".`;
  }
  return null;
}

function errorsOf({ errors }: ExecutionResult): readonly GraphQLFormattedError[] {
  return (errors ?? []) as unknown as readonly GraphQLFormattedError[];
}

function textOf({ path, extensions }: GraphQLFormattedError): string {
  return `${path?.join('.')} ${extensions?.code ?? DEFAULT_CODE}`;
}

/** Where the null is that hides what is at the end of the path; null where nothing hides it. */
function nullAbove(data: unknown, path: readonly (string | number)[]): string | null {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return `/${path.slice(0, depth).join('.')}`;
    value = (value as Record<string | number, unknown>)[key];
  }
  return null;
}

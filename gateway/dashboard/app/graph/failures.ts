import type { CombinedError } from 'urql';

/** What of a question was not answered, and why. */
export interface Failure {
  code: string;
  /** In English, for people. */
  message: string;
  /** The subgraph that did not answer, where one did not. */
  service: string | null;
  /** Since when that subgraph has not answered, where the gateway knows: an instant. */
  since: string | null;
  path: readonly (string | number)[];
}

/** An old answer in place of one that could not be had. */
export interface Stale {
  service: string;
  /** When it was given: an instant. */
  since: string;
}

const REFUSALS: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'FORBIDDEN']);
const UNREACHABLE = 'UNREACHABLE';
/** A subgraph that answers with any other code is there, and has its reasons. */
const SILENT: ReadonlySet<string> = new Set([
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_OVERLOADED',
  'DEADLINE_EXCEEDED',
  'DOWNSTREAM_SERVICE_ERROR',
]);

export function failuresOf(error: CombinedError | undefined): Failure[] {
  if (!error) return [];
  if (error.networkError) {
    return [{ code: UNREACHABLE, message: error.networkError.message, service: null, since: null, path: [] }];
  }
  return error.graphQLErrors.map(({ message, path, extensions }) => {
    const { code, service, since } = extensions;
    const isSilent = typeof code === 'string' && SILENT.has(code);
    return {
      code: typeof code === 'string' ? code : 'UNKNOWN',
      message,
      service: typeof service === 'string' && isSilent ? service : null,
      since: typeof since === 'string' ? since : null,
      path: path ?? [],
    };
  });
}

/** Whether the caller may not see it; it is then left out rather than shown as a mistake. */
export const isRefusal = ({ code }: Failure): boolean => REFUSALS.has(code);

/** Whether the gateway itself could not be asked. */
export const isUnreachable = ({ code }: Failure): boolean => code === UNREACHABLE;

/** Whether a partner's subgraph could not be reached. */
export const isUnavailable = ({ code }: Failure): boolean => code === 'SUBGRAPH_UNAVAILABLE';

export function staleOf(extensions: Record<string, unknown> | undefined): Stale | null {
  const stale = extensions?.stale as Partial<Stale> | undefined;
  return typeof stale?.service === 'string' && typeof stale.since === 'string'
    ? { service: stale.service, since: stale.since }
    : null;
}

import { GraphQLError } from 'graphql';

/** Who asks, as far as the gateway has made sure of it. */
export interface Caller {
  subject: string;
  /** The organisation that the caller acts for; null where it acts for none. */
  organisationId: string | null;
  scopes: readonly string[];
}

/** The scope that every write needs. */
export const WRITE = 'hub:write';

export const ANONYMOUS: Caller = {
  subject: 'anonymous',
  organisationId: null,
  scopes: [],
};

/** Whoever runs the hub: holds the token that the first start made. */
export const OPERATOR: Caller = {
  subject: 'operator',
  organisationId: null,
  scopes: [WRITE],
};

/** Equal for callers with the same rights, whoever they are: what one of them may see, the others may. */
export const audienceOf = ({ organisationId, scopes }: Caller): string =>
  JSON.stringify([organisationId, [...scopes].sort()]);

export const mayWrite = (caller: Caller): boolean => caller.scopes.includes(WRITE);

/** Throws, with the code that says whether to log in or to give up, where the caller may not write. */
export function assertMayWrite(caller: Caller, message: string): void {
  if (mayWrite(caller)) return;
  const code = caller.subject === ANONYMOUS.subject ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  throw new GraphQLError(message, { extensions: { code } });
}

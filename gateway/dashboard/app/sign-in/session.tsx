import { decodeJwt } from 'jose';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

const KEY = 'integration-hub.token';

/** Who uses the page. The gateway and its subgraphs decide what they may; the page only leaves out what would be refused. */
export interface Session {
  token: string | null;
  /** What the token says of its holder; null for the public, and for a token that is no JWT. */
  roles: readonly string[];
  scopes: ReadonlySet<string>;
  /** The id of the organisation for which they act. */
  organisation: string | null;
  signIn(token: string): void;
  signOut(): void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no SessionProvider around this part of the page.');
  return session;
}

/** The token is kept for this window alone, and until it is closed. */
export function SessionProvider({ children }: { children: ReactNode }): ReactNode {
  const [token, setToken] = useState<string | null>(() => sessionStorage.getItem(KEY));
  const session = useMemo<Session>(() => {
    const keep = (next: string | null): void => {
      if (next) sessionStorage.setItem(KEY, next);
      else sessionStorage.removeItem(KEY);
      setToken(next);
    };
    return { token, ...claimsOf(token), signIn: keep, signOut: () => keep(null) };
  }, [token]);
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

function claimsOf(token: string | null): Pick<Session, 'roles' | 'scopes' | 'organisation'> {
  const nobody = { roles: [], scopes: new Set<string>(), organisation: null };
  if (!token) return nobody;
  try {
    const { roles, scope, org } = decodeJwt<{ roles?: unknown; scope?: unknown; org?: unknown }>(token);
    const organisation = typeof org === 'string' ? org : null;
    return { roles: wordsOf(roles), scopes: new Set(wordsOf(scope)), organisation };
  } catch {
    return nobody;
  }
}

const wordsOf = (claim: unknown): string[] =>
  Array.isArray(claim) ? claim.map(String) : typeof claim === 'string' ? claim.split(' ') : [];

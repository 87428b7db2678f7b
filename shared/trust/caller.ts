import { type Purpose, purposeScope } from './purpose.ts';
import { SCOPES, type Scope } from './scopes.ts';

/** Who asks, as far as the gateway has made sure of it. */
export interface Caller {
  subject: string;
  /** The organisation that the caller acts for, as its bare uuid; null where it acts for none. */
  organisationId: string | null;
  /** What the caller is in that organisation, for logs; rights go by scopes. */
  roles: readonly string[];
  scopes: readonly string[];
  /** The code of the territory in which the caller may write; null for no border. */
  territory: string | null;
  /** Why the caller works with data about people; null for who does not. */
  purpose: Purpose | null;
  /** The application that asks on the caller's behalf; null where it is not known. */
  client: string | null;
}

/** The scope of whoever runs the hub. */
export const RUNS_HUB: Scope = 'hub:write';

const NOBODY = { organisationId: null, roles: [], territory: null, purpose: null, client: null };

export const ANONYMOUS: Caller = { ...NOBODY, subject: 'anonymous', scopes: [] };

const isOfPurpose = (scope: string): boolean => scope.startsWith('purpose:');
const isOfPeople = (scope: string): boolean => scope.startsWith('people:');

/** Whoever runs the hub: holds the token that the first start made. May do all but look at people. */
export const OPERATOR: Caller = {
  ...NOBODY,
  subject: 'operator',
  roles: ['operator'],
  scopes: Object.keys(SCOPES).filter((scope) => !isOfPeople(scope)),
};

export const isAnonymous = (caller: Caller): boolean => caller.subject === ANONYMOUS.subject;

/**
 * Equal for callers with the same rights, whoever they are: what one of them may see, the others may. Whoever works with
 * data about people shares with nobody: a person sees what another does not, and each look is somebody's.
 */
export const audienceOf = (caller: Caller): string => {
  const { organisationId, scopes, territory, purpose, subject } = caller;
  const whose = [organisationId, territory, purpose, purpose && subject];
  return JSON.stringify([isAnonymous(caller), [...scopes].sort(), ...whose]);
};

/** All that `@requiresScopes` may ask of this caller: the scopes, and the purpose as one; no scope makes a purpose. */
export const grantedScopes = ({ scopes, purpose }: Caller): ReadonlySet<string> =>
  new Set([...scopes.filter((scope) => !isOfPurpose(scope)), ...(purpose ? [purposeScope(purpose)] : [])]);

export const hasScope = (caller: Caller, scope: Scope): boolean => caller.scopes.includes(scope);

/** Whether the caller runs the hub, and so acts for every organisation. */
export const runsHub = (caller: Caller): boolean => hasScope(caller, RUNS_HUB);

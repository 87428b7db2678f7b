import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Alternatives } from '../../shared/access/requirement.ts';
import { type Caller, grantedScopes, isAnonymous } from '../../shared/trust/caller.ts';

/** Who may use a field: `null` for everybody. */
export type Who = Alternatives | null;

/** `access.json` of a subgraph: by who may, and by type, the names of the fields. */
type AccessFile = Record<string, Record<string, string>>;

/** What a subgraph declares beside its schema, field by field. Throws for a field that is declared twice. */
export function declaredBy(subgraph: string): Map<string, Who> {
  const file = fileURLToPath(new URL(`../../subgraphs/${subgraph}/access.json`, import.meta.url));
  const declared = new Map<string, Who>();
  for (const [words, types] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as AccessFile)) {
    for (const [type, fields] of Object.entries(types)) {
      for (const field of fields.split(' ')) {
        const coordinate = `${type}.${field}`;
        if (declared.has(coordinate)) throw new Error(`${file} declares ${coordinate} twice.`);
        declared.set(coordinate, whoOf(words));
      }
    }
  }
  return declared;
}

/** "hub:write or people:read and purpose:CASE_WORK", "any token", "everybody". */
function whoOf(words: string): Who {
  if (words === 'everybody') return null;
  if (words === 'any token') return [[]];
  return words.split(' or ').map((all) => all.split(' and '));
}

export const inWords = (who: Who): string => {
  if (!who) return 'everybody';
  return who.some((all) => all.length === 0) ? 'any token' : who.map((all) => all.join(' and ')).join(' or ');
};

/** The code with which the caller is refused; null where the caller is not. */
export function expectedRefusal(who: Who, caller: Caller): 'UNAUTHENTICATED' | 'FORBIDDEN' | null {
  if (!who) return null;
  if (isAnonymous(caller)) return 'UNAUTHENTICATED';
  const granted = grantedScopes(caller);
  return who.some((all) => all.every((scope) => granted.has(scope))) ? null : 'FORBIDDEN';
}

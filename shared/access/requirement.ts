/** What `@requiresScopes` asks: all scopes of one of these; `[[]]`, any caller with a token, for `@authenticated`. */
export type Alternatives = readonly (readonly string[])[];

export interface Refusal {
  message: string;
  code: 'FORBIDDEN' | 'UNAUTHENTICATED';
}

/**
 * Why a caller may not use what has this coordinate (`Type.field`, or `Type` where no field leads to it); null where
 * nothing forbids it. `granted` is null for callers without a token.
 */
export function refusalOf(
  coordinate: string,
  required: Alternatives,
  granted: ReadonlySet<string> | null,
): Refusal | null {
  if (granted && required.some((all) => all.every((scope) => granted.has(scope)))) return null;
  return refusal(coordinate, [required], granted === null);
}

/** The same in words, of all that is asked there and not fulfilled: the gateway and its subgraphs say it alike. */
export const refusal = (coordinate: string, unmet: readonly Alternatives[], isAnonymous: boolean): Refusal =>
  isAnonymous
    ? { code: 'UNAUTHENTICATED', message: `\`${coordinate}\` needs a token: send one as \`Authorization: Bearer …\`.` }
    : {
        code: 'FORBIDDEN',
        message: `You may not use \`${coordinate}\`: it needs ${unmet.map(inWords).join(', and ')}.`,
      };

const inWords = (required: Alternatives): string =>
  required.length === 0 ? 'a scope that nobody has' : required.map((all) => `\`${all.join(' and ')}\``).join(' or ');

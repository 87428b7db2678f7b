import { type ConstDirectiveNode, type ConstValueNode, Kind } from 'graphql';

/** The scopes that a caller has; null for a caller who did not say who it is. */
export type Granted = Pick<ReadonlySet<string>, 'has'> | null;

/** Whoever plans ahead has every scope. */
export const EVERYTHING: Granted = { has: () => true };

/** Whoever has all that one of them names is let through. */
export type Alternatives = readonly (readonly string[])[];

/** What one directive of access asks: a token with all the scopes of one alternative. */
export interface Requirement {
  /** `@authenticated` has one alternative, without a scope. */
  alternatives: Alternatives;
}

export const isMet = ({ alternatives }: Requirement, granted: Granted): boolean =>
  granted !== null && alternatives.some((all) => all.every((scope) => granted.has(scope)));

/** What is asked where both are: each alternative of the one with each of the other. */
export function both(one: Alternatives, other: Alternatives): Alternatives {
  const together = one.flatMap((all) => other.map((more) => [...new Set([...all, ...more])]));
  return [...new Map(together.map((all) => [JSON.stringify(all.toSorted()), all])).values()];
}

/** Whether everybody whom `one` lets through passes `other`, too. */
export const isAsStrict = (one: Alternatives, other: Alternatives): boolean =>
  one.every((all) => other.some((less) => less.every((name) => all.includes(name))));

/** Reads the directives of access; those that ask the same are one object, so that each is decided, and told, once. */
export class Requirements {
  readonly #known = new Map<string, Requirement>();

  get areNone(): boolean {
    return this.#known.size === 0;
  }

  in(directives: readonly ConstDirectiveNode[] = []): Requirement[] {
    return directives.flatMap(({ name, arguments: given }) => {
      if (name.value === 'authenticated') return this.#one([[]]);
      if (name.value !== 'requiresScopes') return [];
      return this.#one(lists(given?.find((argument) => argument.name.value === 'scopes')?.value).map(texts));
    });
  }

  #one(alternatives: string[][]): Requirement {
    const text = JSON.stringify(alternatives.map((all) => JSON.stringify(all.toSorted())).toSorted()); // in whatever order
    const known = this.#known.get(text) ?? { alternatives };
    this.#known.set(text, known);
    return known;
  }
}

const lists = (value: ConstValueNode | undefined): readonly ConstValueNode[] =>
  value?.kind === Kind.LIST ? value.values : [];

/** What is no text is kept as one that nobody has. */
const texts = (value: ConstValueNode): string[] =>
  lists(value).map((scope) => (scope.kind === Kind.STRING ? scope.value : ''));

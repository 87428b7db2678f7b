import { type ConstDirectiveNode, type ConstValueNode, Kind } from 'graphql';

/** The scopes that a caller has; null for a caller who did not say who it is. */
export type Granted = Pick<ReadonlySet<string>, 'has'> | null;

/** Whoever plans ahead has every scope. */
export const EVERYTHING: Granted = { has: () => true };

/** What one directive of access asks: a token with all the scopes of one alternative. */
export interface Requirement {
  /** `@authenticated` has one alternative, without a scope. */
  alternatives: readonly (readonly string[])[];
}

export const isMet = ({ alternatives }: Requirement, granted: Granted): boolean =>
  granted !== null && alternatives.some((all) => all.every((scope) => granted.has(scope)));

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
    const text = JSON.stringify(alternatives.map((all) => all.toSorted().join(' ')).toSorted()); // in whatever order
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

import type { Trait } from './trait-definition.ts';
import { TRAITS_OF_ORGANISATIONS } from './traits-of-organisations.ts';
import { TRAITS_OF_PEOPLE } from './traits-of-people.ts';

export const TRAITS: readonly Trait[] = [...TRAITS_OF_PEOPLE, ...TRAITS_OF_ORGANISATIONS];

const byCode = new Map(TRAITS.map((trait) => [trait.code, trait]));

/** Null where no trait has the code. */
export const findTrait = (code: string): Trait | null => byCode.get(code) ?? null;

/** All categories of a breakdown, as figures name them: `SEX=F`, and of two traits `EMPLOYMENT=INACTIVE;SEX=F`, traits by code. */
export function categoriesOf(traits: readonly string[]): string[] {
  return traits.toSorted().reduce<string[]>(
    (soFar, code) => {
      const categories = Object.keys(byCode.get(code)?.categories ?? {});
      return soFar.flatMap((before) => categories.map((category) => `${before && `${before};`}${code}=${category}`));
    },
    [''],
  );
}

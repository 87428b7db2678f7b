import { type FieldNode, type GraphQLField, isListType, isNonNullType } from 'graphql';
import type { Amount } from './cost.ts';
import { type Given, givenTo, type ReadVariable } from './given.ts';
import type { ListSize } from './prices.ts';

/** A list that nothing says the length of. */
export const ASSUMED_SIZE = 10;
/** Arguments that say how many, where `@listSize` says nothing. */
const SLICING = ['first', 'last', 'limit'];
/** The lists of a page, whose length its own arguments say. */
const OF_PAGE = ['nodes', 'edges'];

/** How long the lists of a field may be: its own, or those beneath it. */
export interface Sizes {
  own: Amount;
  beneath: ReadonlyMap<string, Amount>;
}

const NONE: ReadonlyMap<string, Amount> = new Map();

export function sizesOf(
  node: FieldNode,
  { args, type }: GraphQLField<unknown, unknown>,
  declared: ListSize | undefined,
  read: ReadVariable,
): Sizes {
  const isList = isListType(isNonNullType(type) ? type.ofType : type);
  const slicing = declared?.slicingArguments ?? (declared ? [] : SLICING.filter((name) => args.some(isNamed(name))));
  const sizedFields = declared?.sizedFields ?? (isList || slicing.length === 0 ? [] : OF_PAGE);
  if (!isList && sizedFields.length === 0) return { own: 1, beneath: NONE };

  const givenBy = (path: string): Given => givenTo(node, args, path.split('.'), read);
  const size =
    declared || slicing.length > 0
      ? largest(slicing.map(givenBy), declared?.assumedSize)
      : longest(args.filter((one) => isList && isListArgument(one)).map(({ name }) => givenBy(name)));
  return sizedFields.length > 0
    ? { own: isList ? ASSUMED_SIZE : 1, beneath: new Map(sizedFields.map((name) => [name, size])) }
    : { own: size, beneath: NONE };
}

const isNamed =
  (name: string) =>
  (one: { name: string }): boolean =>
    one.name === name;

const isListArgument = ({ type }: { type: unknown }): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** The largest of the numbers that are given. */
function largest(given: readonly Given[], assumed = ASSUMED_SIZE): Amount {
  return once(given, (values) => {
    const numbers = values.filter((value) => typeof value === 'number');
    return numbers.length > 0 ? Math.max(0, ...numbers) : assumed;
  });
}

/** By what is asked for by lists, such as `ids`: one for each combination, and never less than for a list without. */
function longest(given: readonly Given[]): Amount {
  return once(given, (values) => {
    const combinations = values.reduce<number>((all, value) => all * (Array.isArray(value) ? value.length : 1), 1);
    return Math.max(ASSUMED_SIZE, combinations);
  });
}

/** Counts at once where no variable has a say. */
function once(given: readonly Given[], count: (values: unknown[]) => number): Amount {
  if (given.every((one) => 'value' in one)) return count(given.map(({ value }) => value));
  return (variables) => count(given.map((one) => ('value' in one ? one.value : one.valueFor(variables))));
}

import type { ConstDirectiveNode } from 'graphql';
import { Requirements } from '../engine/access/requirement.ts';

/** All that one of the alternatives names lets a caller through; a token counts as one more name. */
export type Need = readonly (readonly string[])[];

export const NEEDS_NOTHING: Need = [[]];

const TOKEN = '';

/** What the directives of one type, or of one field, ask together. */
export function needOf(directives: readonly ConstDirectiveNode[] | undefined): Need {
  return new Requirements()
    .in(directives)
    .map(({ alternatives }) => alternatives.map((all) => [TOKEN, ...all]))
    .reduce<Need>(both, NEEDS_NOTHING);
}

/** What is asked where both are. */
export function both(one: Need, other: Need): Need {
  if (one === NEEDS_NOTHING) return other;
  if (other === NEEDS_NOTHING) return one;
  return one.flatMap((all) => other.map((more) => [...new Set([...all, ...more])]));
}

/** Whether everybody whom `one` lets through passes `other`, too. */
export const isAsStrict = (one: Need, other: Need): boolean =>
  one.every((all) => other.some((less) => less.every((name) => all.includes(name))));

export const isOpen = (need: Need): boolean => need.some((all) => all.length === 0);

export const inWords = (need: Need): string =>
  isOpen(need)
    ? 'nothing'
    : need.map((all) => all.filter((name) => name !== TOKEN).join(' and ') || 'a token').join(' or ') ||
      'what nobody has';

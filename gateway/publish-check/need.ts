import type { ConstDirectiveNode } from 'graphql';
import { type Alternatives, both, Requirements } from '../engine/access/requirement.ts';

/** A token counts as one more name. */
export type Need = Alternatives;

export const NEEDS_NOTHING: Need = [[]];

const TOKEN = '';

/** What the directives of one type, or of one field, ask together. */
export function needOf(directives: readonly ConstDirectiveNode[] | undefined): Need {
  return new Requirements()
    .in(directives)
    .map(({ alternatives }) => alternatives.map((all) => [TOKEN, ...all]))
    .reduce<Need>(both, NEEDS_NOTHING);
}

export const isOpen = (need: Need): boolean => need.some((all) => all.length === 0);

export const inWords = (need: Need): string =>
  isOpen(need)
    ? 'nothing'
    : need.map((all) => all.filter((name) => name !== TOKEN).join(' and ') || 'a token').join(' or ') ||
      'what nobody has';

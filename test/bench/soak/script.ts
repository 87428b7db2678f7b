import type { Choices } from '../../kit/choices.ts';

export const MODES = [
  'down',
  'flapping',
  'hanging',
  'slow',
  'failing',
  'away',
  'malformed',
  'of wrong types',
  'huge',
  'breaking off',
] as const;

/** How a partner's server does. */
export type Mode = 'well' | (typeof MODES)[number];

/** What each of the partners does next: well in two of five cases. */
export const nextModes = (partners: string[], choices: Choices): Map<string, Mode> =>
  new Map(partners.map((partner) => [partner, choices.chance(40) ? 'well' : choices.pick(MODES)]));

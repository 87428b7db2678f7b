import type { Choices } from '../../kit/choices.ts';
import { type Known, question, type Shot } from '../shot.ts';

/** A request with nothing wrong in it. */
export const valid = (choices: Choices, known: Known, who: string): Shot =>
  question(JSON.stringify({ query: choices.pick(known.documents), variables: variables(choices, known) }), who, known);

/** For whatever the valid operations declare. */
export const variables = (choices: Choices, { ids, cursors }: Known) => ({
  id: choices.pick(ids),
  first: 1 + choices.below(5),
  after: choices.chance(30) ? choices.pick(cursors) : null,
});

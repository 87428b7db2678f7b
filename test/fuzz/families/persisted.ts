import { createHash } from 'node:crypto';
import type { Choices } from '../../kit/choices.ts';
import { nasty, nastyText } from '../nasty.ts';
import { authorization, type Family, question, request, somebody } from '../shot.ts';
import { variables } from './valid.ts';

/** Hashes of operations: right ones, wrong ones, those of another operation, and none. */
export const persisted: Family = (choices, known) => {
  const who = somebody(choices, known);
  const query = choices.pick(known.documents);
  const hash = createHash('sha256').update(query).digest('hex');
  const sha256Hash = choices.chance(40) ? hash : wrong(hash, choices);
  const extensions = {
    persistedQuery: choices.chance(85)
      ? { version: choices.chance(85) ? 1 : choices.pick([2, '1', null]), sha256Hash }
      : nasty(choices),
  };
  const body = {
    ...(choices.chance(50) ? { query } : {}),
    ...(choices.chance(15) ? { documentId: choices.pick([hash, `sha256:${hash}`, wrong(hash, choices)]) } : {}),
    extensions,
    variables: variables(choices, known),
  };
  if (choices.chance(70)) return question(JSON.stringify(body), who, known);
  const search = new URLSearchParams(Object.entries(body).map(([name, value]) => [name, textOf(value)]));
  const path = `/graphql?${search.toString().slice(0, 12_000)}`;
  return { bytes: request({ method: 'GET', path, headers: authorization(who, known.tokens) }), who, isWhole: true };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const wrong = (hash: string, choices: Choices) =>
  choices.pick([
    hash.toUpperCase(),
    hash.slice(1),
    `${hash}0`,
    '0'.repeat(64),
    nastyText(choices),
    '../secrets.json',
    null,
    7,
  ]);

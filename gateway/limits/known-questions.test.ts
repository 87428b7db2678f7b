import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import { getIntrospectionQuery, parse } from 'graphql';
import { buildEngine } from '../engine/engine.ts';
import { Documents } from '../graphql-over-http/documents.ts';
import { extentsOf } from './extent.ts';
import { COST_LIMIT, DOCUMENT_LIMITS } from './limits.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const inside = (file: string, pattern: RegExp): string => pattern.exec(read(file))?.[1] ?? '';
/** What the hub, its page and its README ask. */
const QUESTIONS: [string, string, Record<string, unknown>][] = [
  ['the first question', read('gateway/first-question.graphql'), {}],
  ['introspection', getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }), {}],
  ['a page of a file', inside('gateway/exports/figure-pages.ts', /FIGURES = `(.*?)`/s), { first: 250 }],
  ['the import', inside('infra/import/missing.ts', /QUERY = `(.*?)`/s), { ids: Array(100).fill('x') }],
  ...[...read('README.md').matchAll(/^```graphql\n(.*?)^```/gms)].map(
    ([, text = ''], i): [string, string, Record<string, unknown>] => [`question ${i + 1} of README`, text, {}],
  ),
];

let documents: Documents;
beforeAll(() => {
  const send = async () => ({ text: '{}' });
  documents = new Documents(buildEngine({ supergraph: read('gateway/supergraph.graphql'), send }));
});

it.each(QUESTIONS)('leaves room above %s', (_, text, variables) => {
  const checked = documents.check(text);
  if (checked.errors) throw checked.errors[0];

  expect(checked.costOf(undefined, variables)).toBeLessThan(COST_LIMIT / 4);
  for (const extent of extentsOf(parse(text)).values()) {
    for (const [measure, asked] of Object.entries(extent)) {
      expect(asked).toBeLessThan(0.8 * DOCUMENT_LIMITS[measure as keyof typeof extent]);
    }
  }
});

it('prices the first question as README says', () => {
  const checked = documents.check(read('gateway/first-question.graphql'));

  expect(read('README.md')).toContain(
    `the first question costs ${checked.errors ? '?' : checked.costOf(undefined, {})} |`,
  );
});

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LINK, publish, SERVED, sdlOf } from '../../test/kit/small-federation.ts';
import { buildEngine } from '../engine/engine.ts';
import type { Graph } from '../live-graph/graph.ts';
import { LiveGraph } from '../live-graph/live-graph.ts';
import type { CheckedPublication } from './check-publication.ts';

const RUNS = 500;
/** On a machine that has other work, too. */
const LONGEST_MS = 5_000;
const SEEDS = [
  { name: 'centre', seed: sdlOf('centre') },
  { name: 'workshops', seed: sdlOf('workshops') },
  { name: 'partner', seed: sdlOf('centre') },
  {
    name: 'partner',
    seed: `${LINK} type Place @key(fields: "id") { id: ID! likes(first: Int! = 3): [Int!] @listSize(slicingArguments: ["first"]) kind: Kind @external fits: Int @requires(fields: "kind") } enum Kind { HALL ROOM }`,
  },
];
/** What tears a text. */
const NOISE =
  '{ } ( ) [ ] ! " """ : = | & $ ... # \n \0 \ufeff 💥 type extend union @ @requiresScopes(scopes:1) @key(fields:"{") _entities'.split(
    ' ',
  );
const WORD = /@\w+(\([^)]*\))?|"[^"]*"|\w+|\S/g;
const wordsOf = (sdl: string): string[] => sdl.match(WORD) ?? [];
const DIRECTIVES = [
  ...new Set(SEEDS.flatMap(({ seed }) => wordsOf(seed.slice(LINK.length)).filter((word) => word.startsWith('@')))),
  ...['@shareable', '@external', '@inaccessible', '@override(from: "centre")', '@interfaceObject', '@deprecated', ''],
  ...[
    '@requiresScopes(scopes: [[]])',
    '@requiresScopes',
    '@authenticated',
    '@authenticated @authenticated',
    '@tag(name: "x")',
  ],
  ...['@provides(fields: "kind")', '@key(fields: "... on Person { id }")', '@join__field(graph: CENTRE)'],
];
const NAMES = [
  'id',
  'name',
  'kind',
  'Int',
  'String',
  'ID',
  'Person',
  'Place',
  'Query',
  'Mutation',
  'Node',
  'Kind',
  'more',
  'HALL',
  '__proto__',
];

interface Mutation {
  at: number;
  pick: number;
  /** Half of them change directives, which are a few of many words and most of what can do harm. */
  what: 'noise' | 'word' | 'directive';
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  pick: fc.nat(),
  what: fc.oneof(
    { weight: 1, arbitrary: fc.constant('noise' as const) },
    { weight: 4, arbitrary: fc.constant('word' as const) },
    { weight: 5, arbitrary: fc.constant('directive' as const) },
  ),
});

/** Puts a word in the place of another of its kind, so that what comes out is mostly an SDL, or one that nobody can read. */
function mutate(words: string[], { at, pick, what }: Mutation): string[] {
  const of = <T>(list: readonly T[]): T => list[pick % list.length]!;
  const places = [...words.keys()].filter((place) => what !== 'directive' || words[place]?.startsWith('@'));
  const index = places[at % places.length] ?? 0;
  const word = words[index] ?? '';
  if (what === 'noise') return words.toSpliced(index, pick % 3, of(NOISE));
  if (word.startsWith('@')) return words.toSpliced(index, 1, of(DIRECTIVES));
  if (/^\w/.test(word)) return words.toSpliced(index, 1, of(NAMES));
  if (word === '!' || word === '{')
    return words.toSpliced(index, pick % 2, of(DIRECTIVES), ...(word === '{' && pick % 2 ? ['{'] : []));
  return words;
}
const mutated = fc
  .record({ of: fc.constantFrom(...SEEDS), mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }) })
  .map(({ of: { name, seed }, mutations }) => ({
    name,
    sdl: LINK + mutations.reduce(mutate, wordsOf(seed.slice(LINK.length))).join(' '),
  }));

const rootsOf = ({ engine }: Graph<unknown>): string[] => Object.keys(engine.schema.getQueryType()?.getFields() ?? {});

it(`survives ${RUNS} mutated SDLs: each gets its findings or goes live, in time, and nobody sees more`, async () => {
  const build = (supergraph: string) => buildEngine<unknown>({ supergraph, send: async () => ({ text: '{}' }) });
  const graph = new LiveGraph({ supergraph: SERVED, build, log: () => {} });
  const outcomes = { refused: 0, live: 0 };

  await fc.assert(
    fc.asyncProperty(mutated, fc.boolean(), async ({ sdl, name }, takeover) => {
      const began = performance.now();
      const checked: CheckedPublication = publish(sdl, name, { rights: false, takeover });
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      if (checked.supergraph === null) {
        expect(checked.findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
        outcomes.refused++;
        return;
      }
      const { outcome } = await graph.take({ supergraph: checked.supergraph, from: 'a push' });
      if (outcome === 'live') outcomes.live++;
      const lines = graph.current.engine.supergraph.split('\n');
      for (const line of lines.filter((text) => /^ {2}diagnosis:/.test(text)))
        expect(line).toContain('purpose:CASE_WORK');
      for (const line of lines.filter((text) => /^ {2}hostPseudonym:/.test(text)))
        expect(line).toContain('@inaccessible');
      if (name === 'partner')
        expect(rootsOf(graph.current)).toEqual(expect.arrayContaining(['person', 'places', 'workshops']));
      await graph.take({ supergraph: SERVED, from: 'a push' });
    }),
    { numRuns: RUNS, seed: 7 },
  );
  expect(outcomes.refused).toBeGreaterThan(100);
  expect(outcomes.live).toBeGreaterThan(10);
}, 240_000);

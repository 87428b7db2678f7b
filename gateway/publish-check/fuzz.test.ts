import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LINK, publish, SERVED, sdlOf } from '../../test/kit/small-federation.ts';
import { buildEngine } from '../engine/engine.ts';
import { LiveGraph } from '../live-graph/live-graph.ts';
import type { CheckedPublication } from './check-publication.ts';

const RUNS = 500;
/** On a machine that has other work, too. */
const LONGEST_MS = 5_000;
const SEEDS = [
  sdlOf('centre'),
  sdlOf('workshops'),
  `${LINK} type Place @key(fields: "id") { id: ID! likes(first: Int! = 3): [Int!] @listSize(slicingArguments: ["first"]) kind: Kind @external fits: Int @requires(fields: "kind") } enum Kind { HALL ROOM }`,
];
const WORDS = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '!',
    '"',
    '"""',
    '@',
    ':',
    '=',
    '|',
    '&',
    '$',
    '...',
    '#',
    '\n',
    '\0',
    '\ufeff',
    '💥',
  ],
  ...[
    '@key(fields: "id")',
    '@shareable',
    '@external',
    '@inaccessible',
    '@override(from: "centre")',
    '@interfaceObject',
  ],
  ...[
    '@requiresScopes(scopes: [[]])',
    '@requiresScopes(scopes: 1)',
    '@requiresScopes',
    '@authenticated',
    '@authenticated @authenticated',
  ],
  ...[
    'type',
    'extend',
    'union',
    'interface',
    'scalar',
    'input',
    'enum',
    'Query',
    'Mutation',
    'Person',
    'Place',
    'ID!',
    '__typename',
  ],
  ...[
    'fields: "place { kind"',
    'fields: "{"',
    'fields: "... on Person { id }"',
    'hostPseudonym',
    '_entities',
    'join__Graph',
  ],
];

type Mutation = { at: number; cut: number; word: string };
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 30 }),
  word: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  ),
});
const mutated = fc
  .record({
    seed: fc.constantFrom(...SEEDS),
    mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }),
    cuts: fc.boolean(),
  })
  .map(({ seed, mutations, cuts }) =>
    mutations.reduce((sdl, { at, cut, word }) => {
      // Between words, so that not every one is a syntax error.
      const begin = sdl.indexOf(' ', Math.floor(at * sdl.length)) + 1;
      return `${sdl.slice(0, begin)}${word} ${sdl.slice(begin + (cuts ? cut : 0))}`;
    }, seed),
  );

const isPublic = (field: string, { engine }: { engine: ReturnType<typeof buildEngine> }): boolean =>
  field in (engine.schema.getQueryType()?.getFields() ?? {});

it(`survives ${RUNS} mutated SDLs: each gets its findings or goes live, in time, and nobody sees more`, async () => {
  const build = (supergraph: string) => buildEngine<unknown>({ supergraph, send: async () => ({ text: '{}' }) });
  const graph = new LiveGraph({ supergraph: SERVED, build, log: () => {} });
  const outcomes = { refused: 0, passed: 0, live: 0 };

  await fc.assert(
    fc.asyncProperty(mutated, fc.constantFrom('centre', 'workshops', 'partner'), async (sdl, name) => {
      const began = performance.now();
      const checked: CheckedPublication = publish(sdl, name);
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      if (checked.supergraph === null) {
        expect(checked.findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
        outcomes.refused++;
        return;
      }
      outcomes.passed++;
      const { outcome } = await graph.take({ supergraph: checked.supergraph, from: 'a push' });
      if (outcome === 'live') outcomes.live++;
      const { access } = { access: graph.current.engine.supergraph };
      expect(access).toMatch(/diagnosis: String .*@requiresScopes\(scopes: \[\[.*"purpose:CASE_WORK"/);
      expect(access).toMatch(/hostPseudonym: ID! .*@inaccessible/);
      expect(isPublic('person', graph.current)).toBe(true);
      await graph.take({ supergraph: SERVED, from: 'a push' });
    }),
    { numRuns: RUNS, seed: 7 },
  );

  expect(outcomes.refused).toBeGreaterThan(100);
  expect(outcomes.live).toBeGreaterThan(10);
}, 240_000);

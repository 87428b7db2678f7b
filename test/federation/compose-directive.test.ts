import { expect, it } from '@jest/globals';
import { printSchema } from 'graphql';
import { buildGraph } from './graph.ts';

const LAMPS =
  'extend schema @link(url: "https://example.org/lamps/v1.0", import: ["@lamp"]) @composeDirective(name: "@lamp")';
// biome-ignore lint/suspicious/noTemplateCurlyInString: what an engine with templates would run
const CODE = '${globalThis.lit = true}{context.headers.authorization}';

const buildLamps = () =>
  buildGraph({
    a: {
      typeDefs: `${LAMPS}
        directive @lamp(when: String) on FIELD_DEFINITION
        type Query { x: Int @lamp(when: "${CODE}") }`,
      resolvers: { Query: { x: () => 1 } },
    },
  });

it('carries a directive of their own into the supergraph, for those who run it, and keeps it from clients', () => {
  const { engine } = buildLamps();

  expect(engine.supergraph).toContain(`x: Int @lamp(when: "${CODE}")`);
  expect(printSchema(engine.schema)).not.toContain('lamp');
});

it('never runs what a directive says as code', async () => {
  const graph = buildLamps();

  expect(await graph.ask('{ x }')).toEqual({ data: { x: 1 } });
  expect(globalThis).not.toHaveProperty('lit');
  expect(graph.sent).toEqual([expect.objectContaining({ query: '{x}', url: 'http://a.test/graphql' })]);
});

import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

it('refuses a supergraph with @context, whose arguments would be missing, and says what to do', () => {
  const build = () =>
    buildGraph({
      a: {
        typeDefs: `
          type Query { user: User }
          type User @key(fields: "id") @context(name: "user") { id: ID! locale: String! post: Post }
          type Post @key(fields: "id") { id: ID! title(locale: String @fromContext(field: "$user { locale }")): String }`,
      },
    });

  expect(build).toThrow(
    'The supergraph needs "context" (https://specs.apollo.dev/context/v0.1), which the engine does not have: ' +
      'answers would be wrong. Compose the subgraphs without it.',
  );
});

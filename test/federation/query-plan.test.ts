import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { ShownPlan } from '../../gateway/engine/query-plan/shown-plan.ts';
import { buildGraph } from './graph.ts';

const buildShop = () =>
  buildGraph({
    products: {
      typeDefs: `
        type Query { top(first: Int): [Product] none: Product }
        type Product @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Query: { top: () => ['p1', 'p2', 'p1'].map((id) => ({ id, name: `name ${id}` })), none: () => null },
      },
    },
    reviews: {
      typeDefs: 'type Product @key(fields: "id") { id: ID! stars: Int }',
      resolvers: { Product: { stars: () => 5 } },
    },
  });

const request = (source: string) => ({ source, document: parse(source), context: {}, showPlan: true });

/** What the gateway answers to who asks for the plan, by either output. */
async function askForPlan(graph: ReturnType<typeof buildShop>, source: string) {
  const objects = await graph.engine.execute(request(source));
  const answer = await graph.engine.answer(request(source));
  const read = typeof answer === 'string' ? JSON.parse(answer) : JSON.parse(JSON.stringify(answer));
  return { objects, read, plan: read.extensions.queryPlan as ShownPlan };
}

it('shows the plan and what each fetch took to who asks for it', async () => {
  const { read, plan } = await askForPlan(buildShop(), '{ top { name stars } }');

  expect(read.data.top).toHaveLength(3);
  const took = { startedAfter: expect.any(Number), milliseconds: expect.any(Number), bytes: expect.any(Number) };
  expect(plan).toEqual({
    planningMilliseconds: expect.any(Number),
    text: expect.any(Array),
    node: {
      kind: 'Sequence',
      nodes: [
        { kind: 'Fetch', service: 'products', operation: '{top{__typename name id}}', ...took },
        {
          kind: 'Flatten',
          path: 'top.@',
          node: {
            kind: 'Fetch',
            service: 'reviews',
            operation: expect.stringContaining('_entities'),
            requires: '{ ... on Product { __typename id } }',
            representations: 2,
            ...took,
          },
        },
      ],
    },
  });
});

it('writes it down for people, a line each', async () => {
  const { plan } = await askForPlan(buildShop(), '{ top { name stars } }');

  const lines = plan.text.map((line) => line.replace(/after [\d.]+ ms, \d+ bytes in [\d.]+ ms/, 'after …'));
  expect(lines.join('\n')).toBe(`QueryPlan {
  Sequence {
    Fetch(service: products) { # asked after …
      {
        top {
          __typename
          name
          id
        }
      }
    }
    Flatten(path: top.@) {
      Fetch(service: reviews) { # asked about 2 after …
        { ... on Product { __typename id } } =>
        {
          ... on Product {
            stars
          }
        }
      }
    }
  }
}`);
});

it('shows each entity list of a fetch that asks about several', async () => {
  const source = '{ one: top(first: 1) { stars } two: top(first: 2) { id name stars } none { stars } }';
  const { plan } = await askForPlan(buildShop(), source);

  expect(plan.text.filter((line) => line.includes('BatchFetch') || line.includes('paths:')).join('\n')).toMatch(
    /BatchFetch\(service: reviews\) \{ # asked about 2 .*\n.*\(paths: /,
  );
});

it('tells a fetch that was not made from one that failed', async () => {
  const graph = buildShop();
  const idle = await askForPlan(graph, '{ none { stars } }');
  expect(idle.plan.text.join('\n')).toContain('Fetch(service: reviews) { # not asked');

  graph.breakDown('reviews');
  const failed = await askForPlan(graph, '{ top { stars } }');
  expect(failed.read.errors).toHaveLength(1);
  expect(failed.plan.text.join('\n')).toMatch(/Fetch\(service: reviews\) \{ # asked about 2 after .* no answer in/);
});

it('shows it in both outputs, and an empty one where no subgraph is asked', async () => {
  const { objects, read, plan } = await askForPlan(buildShop(), '{ __typename }');

  expect(objects.extensions).toHaveProperty('queryPlan');
  expect(read.data).toEqual({ __typename: 'Query' });
  expect(plan).toMatchObject({ node: null, text: ['QueryPlan {', '}'] });
});

it('says nothing of plans to who does not ask', async () => {
  const graph = buildShop();
  await askForPlan(graph, '{ top { stars } }');

  expect(await graph.ask('{ top { stars } }')).not.toHaveProperty('extensions');
});

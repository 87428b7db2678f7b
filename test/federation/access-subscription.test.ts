import { afterEach, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { EventSourceReader } from '../kit/event-source.ts';
import { type Forest, serveForest, until } from '../kit/live-forest.ts';
import { buildGraph, type TestContext } from './graph.ts';

let forest: Forest | undefined;
let readers: EventSourceReader[] = [];
afterEach(async () => {
  for (const reader of readers) reader.close();
  readers = [];
  await forest?.close();
});

const graphOfTrees = () =>
  buildGraph({
    trees: {
      typeDefs: `
        type Query { trees: [Tree!]! }
        type Subscription { grown: Tree felled: Tree @requiresScopes(scopes: [["felled:read"]]) }
        type Tree @key(fields: "id") { id: ID! height: Int @authenticated }`,
    },
    owners: {
      typeDefs: 'type Tree @key(fields: "id") { id: ID! owner: String @requiresScopes(scopes: [["owners:read"]]) }',
      resolvers: { Tree: { owner: () => 'Ada' } },
    },
  });

async function answerTo(graph: ReturnType<typeof graphOfTrees>, source: string, context: TestContext) {
  const subscription = await graph.engine.subscribe({ source, document: parse(source), context });
  if (!('source' in subscription)) return { refused: JSON.parse(JSON.stringify(subscription)) };
  const body = subscription.source.bodyFor({});
  const answer = await subscription.answer({ data: { grown: { __typename: 'Tree', id: '1' } } }, { context });
  return { body, answer: JSON.parse(typeof answer === 'string' ? answer : JSON.stringify(answer)) };
}

it('denies a subscription, and asks nobody for its events', async () => {
  const graph = graphOfTrees();

  expect(await answerTo(graph, 'subscription { gone: felled { id } }', { scopes: [] })).toEqual({
    refused: [
      {
        message: 'You may not use `Subscription.felled`: it needs `felled:read`.',
        path: ['gone'],
        extensions: { code: 'FORBIDDEN', coordinate: 'Subscription.felled' },
      },
    ],
  });
  expect(await answerTo(graph, 'subscription { felled { id } }', {})).toMatchObject({
    refused: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect(await answerTo(graph, 'subscription { felled { id } }', { scopes: ['felled:read'] })).toHaveProperty('body');
});

it('denies in each event what is protected beneath it, and fetches the rest', async () => {
  const graph = graphOfTrees();
  const source = 'subscription { grown { id height owner } }';

  const { body, answer } = await answerTo(graph, source, {});
  expect(body).not.toContain('height');
  expect(answer).toMatchObject({
    data: { grown: { id: '1', height: null, owner: null } },
    errors: [{ path: ['grown', 'height'] }, { path: ['grown', 'owner'] }],
  });
  expect(graph.sent).toEqual([]);
  const seen = await answerTo(graph, source, { scopes: ['owners:read'] });
  expect(seen.body).toContain('height');
  expect(seen.answer.data.grown.owner).toBe('Ada');
});

it('denies the rest of a subscription to who may not have it in the graph that goes live', async () => {
  forest = await serveForest();
  const { url, subscriptions, sdl, takeGraph } = forest;
  const query = 'subscription { grown { tree { id } } }';
  const anybody = new EventSourceReader(url, { query });
  const operator = new EventSourceReader(url, { query }, { authorization: 'Bearer secret' });
  readers.push(anybody, operator);
  await until(() => subscriptions.load.subscribers === 2 && forest?.trees.open === 2); // they have different rights

  const outcome = await takeGraph({
    sdl: sdl
      .replace('import: ["@key"]', 'import: ["@key", "@authenticated"]')
      .replace('): Growth!', '): Growth! @authenticated'),
  });

  expect(outcome).toMatchObject({ outcome: 'live' });
  await until(() => subscriptions.load.subscribers === 1);
  forest.grow('7');
  await until(() => operator.answers.length === 1);
  expect(anybody.text).toContain('`Subscription.grown` needs a token');
}, 30_000);

import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { composeGraph } from './graph.ts';

const supergraph = composeGraph({
  'inst-itu': { typeDefs: 'type Query { x: Int }' },
  CPS: { typeDefs: 'type Query { y: Int }' },
});

it('knows the subgraphs by their names, and where they are', () => {
  const { subgraphs } = buildEngine({ supergraph, send: async () => ({ text: '' }) });

  expect(subgraphs).toEqual(
    expect.arrayContaining([
      { name: 'inst-itu', url: 'http://inst-itu.test/graphql' },
      { name: 'CPS', url: 'http://CPS.test/graphql' },
    ]),
  );
  expect(subgraphs).toHaveLength(2);
});

it('sends to another place where one is given, with the context of the request', async () => {
  const sent: unknown[] = [];
  const engine = buildEngine<{ user: string }>({
    supergraph,
    urls: { 'inst-itu': 'http://localhost:4001' },
    send: async ({ subgraph, url, kind, context }) => {
      sent.push({ subgraph, url, kind, context });
      return { text: '{"data":{"x":1}}' };
    },
  });

  await engine.execute({ source: '{ x }', document: parse('{ x }'), context: { user: 'ada' } });

  expect(sent).toEqual([
    { subgraph: 'inst-itu', url: 'http://localhost:4001', kind: 'query', context: { user: 'ada' } },
  ]);
});

it('refuses a supergraph that is none', () => {
  expect(() => buildEngine({ supergraph: 'type Query { x: Int }', send: async () => ({ text: '' }) })).toThrow();
});

import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

function buildLedger() {
  const log: string[] = [];
  const later = () => new Promise((done) => setTimeout(done, 5));
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { x: Int }
        type Mutation { openA(id: ID!): Account }
        type Account @key(fields: "id") { id: ID! }`,
      resolvers: {
        Mutation: {
          openA: async (_: unknown, { id }: { id: string }) => {
            await later();
            log.push(`a ${id}`);
            return { id };
          },
        },
      },
    },
    b: {
      typeDefs: `
        type Mutation { openB(id: ID!): Account }
        type Account @key(fields: "id") { id: ID! balance: Int }`,
      resolvers: {
        Mutation: {
          openB: (_: unknown, { id }: { id: string }) => {
            log.push(`b ${id}`);
            return { id };
          },
        },
        Account: {
          balance: async ({ id }: { id: string }) => {
            await later();
            log.push(`balance ${id}`);
            return 10;
          },
        },
      },
    },
  });
  return { graph, log };
}

it('runs the root fields of a mutation one after the other, in the order of the client', async () => {
  const { graph, log } = buildLedger();

  const answer = await graph.ask(
    'mutation { two: openB(id: 2) { id } one: openA(id: 1) { id } three: openB(id: 3) { id } }',
  );

  expect(log).toEqual(['b 2', 'a 1', 'b 3']);
  expect(Object.keys(answer.data ?? {})).toEqual(['two', 'one', 'three']);
});

it('completes what one mutation gives before the next begins', async () => {
  const { graph, log } = buildLedger();

  await graph.ask('mutation { openA(id: 1) { balance } openB(id: 2) { id } }');

  expect(log).toEqual(['a 1', 'balance 1', 'b 2']);
});

it('tells the transport which requests are mutations', async () => {
  const { graph } = buildLedger();

  await graph.ask('mutation { openA(id: 1) { balance } }');

  expect(graph.sent.map(({ subgraph, kind }) => [subgraph, kind])).toEqual([
    ['a', 'mutation'],
    ['b', 'query'],
  ]);
});

it('goes on after a failed mutation, and admits that it may have been made', async () => {
  const { graph, log } = buildLedger();
  graph.breakDown('a');

  const answer = await graph.ask('mutation { openA(id: 1) { balance } openB(id: 2) { id } }');

  expect(answer.data).toEqual({ openA: null, openB: { id: '2' } });
  expect(answer.errors).toMatchObject([{ path: ['openA'], message: expect.stringContaining('not known') }]);
  expect(log).toEqual(['b 2']);
});

it('never makes a mutation that the client left out, whatever it stands in', async () => {
  const { graph, log } = buildLedger();
  const query = `
    mutation ($no: Boolean!) {
      ... @include(if: $no) { one: openA(id: 1) { id } }
      ...Two @include(if: $no)
      ... on Mutation { three: openA(id: 3) @include(if: $no) { id } }
      openB(id: 4) { id }
    }
    fragment Two on Mutation { two: openA(id: 2) { id } }`;

  const answer = await graph.ask(query, { no: false });

  expect(answer).toEqual({ data: { openB: { id: '4' } } });
  expect(log).toEqual(['b 4']);
});

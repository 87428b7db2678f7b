import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

const buildStates = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { state: State states: [State!] only(in: [State!] = [OPEN]): [State!] }
        enum State { OPEN CLOSED }`,
      resolvers: { Query: { only: (_: unknown, args: { in: string[] }) => args.in } },
    },
  });

it('passes enums in and out', async () => {
  const answer = await buildStates().ask('query ($s: [State!]) { only(in: $s) one: only(in: CLOSED) all: only }', {
    s: ['CLOSED', 'OPEN'],
  });

  expect(answer).toEqual({ data: { only: ['CLOSED', 'OPEN'], one: ['CLOSED'], all: ['OPEN'] } });
});

it('gives null and an error for a value that the schema does not have', async () => {
  const graph = buildStates();
  graph.answers('a', () => '{"data":{"state":"LOST","states":["OPEN",7]}}');

  const answer = await graph.ask('{ state states }');

  expect(answer.data).toEqual({ state: null, states: null });
  expect(answer.errors?.map(({ message, path }) => [message, path])).toEqual([
    ['The value of Query.state is not one of the enum State.', ['state']],
    ['The value of Query.states is not one of the enum State.', ['states', 1]],
  ]);
});

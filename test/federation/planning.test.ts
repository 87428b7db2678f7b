import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { buildGraph, composeGraph } from './graph.ts';

const buildOne = () =>
  buildGraph({
    a: {
      typeDefs: 'type Query { hello: String bye: String }',
      resolvers: { Query: { hello: () => 'hi', bye: () => 'so long' } },
    },
  });

it('plans a document once, however many requests send it at the same time', async () => {
  const graph = buildOne();
  const plan = jest.spyOn(QueryPlanner.prototype, 'planAsync');

  const answers = await Promise.all([1, 2, 3].map(() => graph.ask('{ hello }')));
  await graph.ask('{ hello }');

  expect(answers).toEqual(Array(3).fill({ data: { hello: 'hi' } }));
  expect(plan).toHaveBeenCalledTimes(1);
  plan.mockRestore();
});

it('does not keep a planning that failed', async () => {
  const graph = buildOne();
  const plan = jest.spyOn(QueryPlanner.prototype, 'planAsync').mockRejectedValueOnce(new Error('out of memory'));

  const failed = await graph.ask('{ hello }');
  const again = await graph.ask('{ hello }');

  expect(failed).toEqual({
    errors: [{ message: 'The hub found no way to answer this operation.', extensions: { code: 'PLANNING_FAILED' } }],
  });
  expect(again).toEqual({ data: { hello: 'hi' } });
  plan.mockRestore();
});

it('tells whoever runs the engine why a planning failed, and of which operation', async () => {
  const failures: unknown[] = [];
  const engine = buildEngine({
    supergraph: composeGraph({ a: { typeDefs: 'type Query { hello: String }' } }),
    send: async () => ({ text: '{}' }),
    onPlanningFailure: (cause, operation) => failures.push([cause, operation]),
  });
  const cause = new Error('out of memory');
  const plan = jest.spyOn(QueryPlanner.prototype, 'planAsync').mockRejectedValueOnce(cause);

  await engine.execute({ source: '{ hello }', document: parse('{ hello }'), context: {} });

  expect(failures).toEqual([[cause, expect.stringContaining('hello')]]);
  plan.mockRestore();
});

it('runs the operation that is named, of several in a document', async () => {
  const { engine } = buildOne();
  const source = 'query Hello { hello } query Bye { bye }';
  const request = { source, document: parse(source), context: {} };

  expect(await engine.execute({ ...request, operationName: 'Bye' })).toEqual({ data: { bye: 'so long' } });
  expect(await engine.execute({ ...request, operationName: 'Hello' })).toEqual({ data: { hello: 'hi' } });
  expect(await engine.execute(request)).toMatchObject({
    errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
  });
});

it('refuses a step that it has no way to run', async () => {
  const graph = buildOne();
  const plan = { kind: 'QueryPlan', node: { kind: 'Defer' } } as never;
  const planner = jest.spyOn(QueryPlanner.prototype, 'planAsync').mockResolvedValueOnce(plan);

  const answer = await graph.ask('{ hello }');
  planner.mockRestore();

  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'PLANNING_FAILED' } }] });
  expect(answer).not.toHaveProperty('data');
});

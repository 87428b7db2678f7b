import type { PlanNode } from '@graphql-hive/router-query-planner';
import { expect, it } from '@jest/globals';
import { compilePlan } from '../../gateway/engine/plan/compile-plan.ts';
import { createWalk } from '../../gateway/engine/plan/walk.ts';
import { Report } from '../../gateway/engine/report/report.ts';
import { readSupergraph } from '../../gateway/engine/supergraph.ts';
import { composeGraph } from './graph.ts';

const supergraph = readSupergraph(composeGraph({ a: { typeDefs: 'type Query { yes: Int no: Int }' } }));

const fetchOf = (operation: string): PlanNode => ({ kind: 'Fetch', serviceName: 'a', operation });

it.each([
  [true, '{yes}'],
  [false, '{no}'],
  [undefined, '{no}'],
])('takes the branch of a condition that is %s', async (value, expected) => {
  const sent: string[] = [];
  const step = compilePlan(
    { kind: 'Condition', condition: 'x', ifClause: fetchOf('{yes}'), elseClause: fetchOf('{no}') },
    {
      supergraph,
      walk: createWalk(supergraph.types),
      onPlanningFailure: () => {},
      asksIds: false,
      onPlanned: () => {},
      send: async ({ body }) => {
        sent.push(JSON.parse(body).query);
        return { text: '{"data":{}}' };
      },
    },
  );

  await step({ tree: {}, variables: { x: value }, context: {}, report: new Report(), shared: new Set() });

  expect(sent).toEqual([expected]);
});

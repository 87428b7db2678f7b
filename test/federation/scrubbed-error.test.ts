import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { REFUSALS } from '../../shared/errors/refusals.ts';
import { composeGraph } from './graph.ts';

const SDL = `
  type Query { size: Int place: Place }
  type Subscription { grown: Int }
  type Place @key(fields: "id") { id: ID! }`;
const HEIGHT = 'type Place @key(fields: "id") { id: ID! height: Int }';
const FIXED = { message: 'The subgraph "trees" failed at this; its own log says why.', path: ['size'] };

/** What a client hears of an error of the subgraph. */
async function hears(error: unknown, source = '{ size }') {
  const engine = buildEngine({
    supergraph: composeGraph({ trees: { typeDefs: SDL }, heights: { typeDefs: HEIGHT } }),
    refusals: REFUSALS,
    send: async ({ subgraph }) => {
      const data = subgraph === 'trees' && source !== '{ size }' ? { place: { __typename: 'Place', id: '1' } } : null;
      return { text: data ? JSON.stringify({ data }) : JSON.stringify({ data, errors: [error] }) };
    },
  });
  const { errors } = await engine.execute({ source, document: parse(source), context: {} });
  return JSON.parse(JSON.stringify(errors));
}

it.each([
  ['without a code', {}, 'DOWNSTREAM_SERVICE_ERROR'],
  ['with a code that says what it is about', { code: 'INTERNAL_SERVER_ERROR' }, 'INTERNAL_SERVER_ERROR'],
  ['with a code that is none', { code: 'select * from person' }, 'DOWNSTREAM_SERVICE_ERROR'],
  ['with facts', { code: 'ER_DUP', sql: 'insert', url: 'http://10.0.0.7', stacktrace: ['at x'] }, 'ER_DUP'],
])('hides what an error says that is no refusal: %s', async (_, extensions, code) => {
  const error = { message: 'relation "person" at 10.0.0.7', path: ['size'], extensions };

  expect(await hears(error)).toEqual([{ ...FIXED, extensions: { code, service: 'trees' } }]);
});

it('hides it of entities, too', async () => {
  const error = { message: 'relation "person"', path: ['_entities', 0, 'height'] };

  expect(await hears(error, '{ place { height } }')).toMatchObject([
    { message: 'The subgraph "heights" failed at this; its own log says why.', extensions: { service: 'heights' } },
  ]);
});

it('hides it of what ends a subscription, too', async () => {
  const supergraph = composeGraph({ trees: { typeDefs: SDL }, heights: { typeDefs: HEIGHT } });
  const engine = buildEngine({ supergraph, refusals: REFUSALS, send: async () => ({ text: '' }) });
  const source = 'subscription { grown }';
  const subscription = await engine.subscribe({ source, document: parse(source), context: {} });
  if (!('refusal' in subscription)) throw new Error('There is no subscription.');

  expect(subscription.refusal({ errors: [{ message: 'relation "person"' }] })).toMatchObject([
    { message: FIXED.message },
  ]);
  const lost = { message: 'It is gone.', extensions: { code: 'POSITION_LOST' } };
  expect(subscription.refusal({ errors: [lost] })).toMatchObject([lost]);
});

it('tells refusals as they are, with their facts', async () => {
  const error = { message: 'Take another.', path: ['size'], extensions: { code: 'INVALID', field: 'of', ids: [1] } };

  expect(await hears(error)).toEqual([{ ...error, extensions: { ...error.extensions, service: 'trees' } }]);
});

it('survives a refusal that says too much: the message is cut, the facts are left out', async () => {
  const error = { message: 'x'.repeat(1_000_000), extensions: { code: 'INVALID', facts: 'x'.repeat(1_000_000) } };
  const [heard] = await hears(error);

  expect([heard.message.length, heard.extensions]).toEqual([2_000, { code: 'INVALID', service: 'trees' }]);
});

it('survives ten thousand errors: a thousand are told', async () => {
  const supergraph = composeGraph({ trees: { typeDefs: SDL }, heights: { typeDefs: HEIGHT } });
  const errors = Array.from({ length: 10_000 }, () => ({ message: 'no' }));
  const send = async () => ({ text: JSON.stringify({ errors }) });
  const engine = buildEngine({ supergraph, refusals: REFUSALS, send });
  const answer = await engine.execute({ source: '{ size }', document: parse('{ size }'), context: {} });

  expect(answer.errors).toHaveLength(1_000);
});

it('hides a value of a wrong type', async () => {
  const supergraph = composeGraph({ trees: { typeDefs: SDL }, heights: { typeDefs: HEIGHT } });
  const engine = buildEngine({ supergraph, send: async () => ({ text: '{"data":{"size":"Jan Kowalski"}}' }) });
  const answer = await engine.execute({ source: '{ size }', document: parse('{ size }'), context: {} });

  expect(JSON.stringify(answer)).not.toContain('Kowalski');
  expect(answer.errors).toMatchObject([{ message: 'The value of Query.size is no Int.', path: ['size'] }]);
});

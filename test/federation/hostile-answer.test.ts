import { describe, expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

const buildOpen = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { item: Item list: [Item] any: Any number: Int text: String id: ID flag: Boolean ratio: Float json: JSON }
        scalar JSON
        union Any = Item | Other
        type Other { x: Int }
        type Item @key(fields: "id") { id: ID! name: String constructor: String }`,
      resolvers: {
        Query: { item: () => ({ id: 'i1', name: 'Van' }), list: () => [{ id: 'i1' }, { id: 'i2' }], number: () => 1 },
      },
    },
    b: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! price: Int box: Box toString: String } type Box { size: Int }',
      resolvers: { Item: { price: () => 5, box: () => ({ size: 1 }), toString: () => null } },
    },
  });

const noAnswers = {
  'no JSON': '<html>502</html>',
  'an empty text': '',
  'a JSON text that is no object': '["data"]',
  'JSON null': 'null',
  'neither data nor errors': '{"extensions":{}}',
  'null data without an error': '{"data":null}',
  'data that is a list': '{"data":[]}',
  'data that is a text': '{"data":"number"}',
  'errors that are no list': '{"data":null,"errors":"boom"}',
};

describe('takes for no answer', () => {
  it.each(Object.entries(noAnswers))('%s', async (_, text) => {
    const graph = buildOpen();
    graph.answers('b', () => text);

    const answer = await graph.ask('{ item { name price } }');

    graph.answers('a', () => text);
    const root = await graph.ask('{ number }');

    expect(root.data).toEqual({ number: null });
    expect(root.errors).toMatchObject([{ message: expect.stringContaining('"a" did not answer'), path: ['number'] }]);
    expect(answer.data).toEqual({ item: { name: 'Van', price: null } });
    expect(answer.errors).toEqual([
      {
        message: 'The subgraph "b" did not answer; its fields are null.',
        path: ['item'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', service: 'b' },
      },
    ]);
  });
});

it('takes entities that are no list for no answer', async () => {
  const graph = buildOpen();
  graph.answers('b', () => '{"data":{"_entities":{"0":{"price":7}}}}');

  const answer = await graph.ask('{ item { price } }');

  expect(answer.data).toEqual({ item: { price: null } });
  expect(answer.errors).toMatchObject([{ extensions: { service: 'b', code: 'DOWNSTREAM_SERVICE_ERROR' } }]);
});

it('ignores entities of a wrong shape, too few and too many', async () => {
  const graph = buildOpen();
  graph.answers('b', () => '{"data":{"_entities":["five",{"price":7},{"price":8}]}}');
  const wrong = await graph.ask('{ list { price } }');
  graph.answers('b', () => '{"data":{"_entities":[]}}');
  const few = await graph.ask('{ list { price } }');

  expect(wrong).toEqual({ data: { list: [{ price: null }, { price: 7 }] } });
  expect(few).toEqual({ data: { list: [{ price: null }, { price: null }] } });
});

it('is not polluted by __proto__, wherever it stands', async () => {
  const graph = buildOpen();
  const evil = '"__proto__":{"polluted":1,"price":9,"constructor":"x"}';
  graph.answers('a', () => `{${evil},"data":{${evil},"item":{${evil},"__typename":"Item","id":"i1"}}}`);
  graph.answers(
    'b',
    () =>
      `{"data":{"_entities":[{${evil},"box":{${evil}}}]},"errors":[{${evil},"message":"m","extensions":{${evil}}}]}`,
  );

  const answer = await graph.ask('{ item { id price constructor toString box { size } } }');

  expect(answer.data).toEqual({
    item: { id: 'i1', price: null, constructor: null, toString: null, box: { size: null } },
  });
  expect(answer.errors?.map(({ message }) => message)).toEqual(['m']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(JSON.stringify(answer)).not.toMatch(/polluted|__proto__/);
});

it('does not read what was not asked for', async () => {
  const graph = buildOpen();
  graph.answers('b', () => '{"data":{"_entities":[{"price":7,"name":"mine now","id":"other"}]}}');

  const answer = await graph.ask('{ item { id name price } }');

  expect(answer).toEqual({ data: { item: { id: 'i1', name: 'Van', price: 7 } } });
});

it('nulls values that are not of their type, with one error each', async () => {
  const graph = buildOpen();
  graph.answers('a', () =>
    JSON.stringify({
      data: { number: 1.5, text: {}, id: [], flag: 'yes', ratio: 'half', json: { __proto__: null, any: ['thing'] } },
    }),
  );

  const answer = await graph.ask('{ number text id flag ratio json }');

  expect(answer.data).toEqual({
    number: null,
    text: null,
    id: null,
    flag: null,
    ratio: null,
    json: { any: ['thing'] },
  });
  expect(answer.errors?.map(({ path }) => path)).toEqual([['number'], ['text'], ['id'], ['flag'], ['ratio']]);
});

it('nulls objects and lists that are something else', async () => {
  const graph = buildOpen();
  graph.answers('a', () =>
    JSON.stringify({ data: { item: 'Van', list: { id: 'i1' }, any: { __typename: 'Nothing' } } }),
  );

  const answer = await graph.ask('{ item { name } list { name } any { ... on Other { x } } }');

  expect(answer.data).toEqual({ item: null, list: null, any: null });
  expect(answer.errors).toMatchObject([{ path: ['item'] }, { path: ['list'] }, { path: ['any'] }]);
});

it('nulls an object of a type that cannot stand there', async () => {
  const graph = buildOpen();
  graph.answers('a', () => JSON.stringify({ data: { any: { __typename: 'Box', x: 1 } } }));

  const answer = await graph.ask('{ any { __typename } }');

  expect(answer.data).toEqual({ any: null });
  expect(answer.errors).toMatchObject([{ path: ['any'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
});

it('makes something of errors that are not as they should be', async () => {
  const graph = buildOpen();
  graph.answers('a', () =>
    JSON.stringify({ data: { number: null }, errors: [null, 'boom', { message: 5, path: 'number', extensions: [] }] }),
  );

  const answer = await graph.ask('{ number }');

  const error = {
    message: 'The subgraph "a" reported an error without a message.',
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', service: 'a' },
  };
  expect(answer).toEqual({ data: { number: null }, errors: [error, error, error] });
});

it('cannot be made to speak for another subgraph', async () => {
  const graph = buildOpen();
  graph.answers('a', () =>
    JSON.stringify({ data: { number: 1 }, errors: [{ message: 'm', extensions: { service: 'b' } }] }),
  );

  const answer = await graph.ask('{ number }');

  expect(answer.errors).toMatchObject([{ extensions: { service: 'a' } }]);
});

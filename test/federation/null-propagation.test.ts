import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

interface Keyed {
  id: string;
}

const buildTree = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { item: Item items: [Item] mustItems: [Item!] must: Item! matrix: [[Item!]]! }
        type Item @key(fields: "id") { id: ID! name: String! }`,
      resolvers: {
        Query: {
          item: () => ({ id: 'lost' }),
          items: () => [{ id: 'i1' }, { id: 'lost' }],
          mustItems: () => [{ id: 'i1' }, { id: 'lost' }],
          must: () => ({ id: 'lost' }),
          matrix: () => [[{ id: 'i1' }], [{ id: 'lost' }], []],
        },
        Item: {
          name: ({ id }: Keyed) => {
            if (id === 'lost') throw new Error('No name.');
            return id;
          },
        },
      },
    },
    b: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! price: Int! tax: Int! note: String }',
      resolvers: {
        Item: {
          __resolveReference: ({ id }: Keyed) => (id === 'lost' ? null : { id, price: 5, tax: 1 }),
        },
      },
    },
  });

it('nulls the object whose non-null field did not come, and says so once', async () => {
  const answer = await buildTree().ask('{ item { price tax } }');

  expect(answer).toEqual({
    data: { item: null },
    errors: [
      {
        message: 'Cannot return null for non-nullable field Item.price.',
        path: ['item', 'price'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ],
  });
});

it('stops at a nullable item of a list, and passes a non-null one', async () => {
  const answer = await buildTree().ask('{ items { price } mustItems { price } }');

  expect(answer.data).toEqual({ items: [{ price: 5 }, null], mustItems: null });
  expect(answer.errors?.map(({ path }) => path)).toEqual([
    ['items', 1, 'price'],
    ['mustItems', 1, 'price'],
  ]);
});

it('stops at the inner list of lists', async () => {
  const answer = await buildTree().ask('{ matrix { price } }');

  expect(answer.data).toEqual({ matrix: [[{ price: 5 }], null, []] });
});

it('nulls all the data where nothing on the way up is nullable', async () => {
  const answer = await buildTree().ask('{ must { price } items { id } }');

  expect(answer.data).toBeNull();
  expect(answer.errors?.map(({ path }) => path)).toEqual([['must', 'price']]);
});

it('leaves nullable fields null without a word', async () => {
  const answer = await buildTree().ask('{ item { note } }');

  expect(answer).toEqual({ data: { item: { note: null } } });
});

it('adds nothing to the error with which the subgraph explained a null', async () => {
  const answer = await buildTree().ask('{ items { name price } mustItems { name } }');

  expect(answer.data).toEqual({ items: [{ name: 'i1', price: 5 }, null], mustItems: null });
  expect(answer.errors?.map(({ message, path }) => [message, path])).toEqual([
    ['No name.', ['items', 1, 'name']],
    ['No name.', ['mustItems', 1, 'name']],
  ]);
});

it('takes an error beneath an entity for the cause why the whole entity did not come', async () => {
  const graph = buildTree();
  graph.answers('b', () =>
    JSON.stringify({ data: { _entities: [null] }, errors: [{ message: 'No tax.', path: ['_entities', 0, 'tax'] }] }),
  );

  const answer = await graph.ask('{ item { price tax } }');

  expect(answer.data).toEqual({ item: null });
  expect(answer.errors?.map(({ message }) => message)).toEqual(['No tax.']);
});

it('does not let an error about one entity explain the null of another', async () => {
  const graph = buildTree();
  graph.answers('b', () =>
    JSON.stringify({ data: { _entities: [null, null] }, errors: [{ message: 'No.', path: ['_entities', 0] }] }),
  );

  const answer = await graph.ask('{ items { price } }');

  expect(answer.data).toEqual({ items: [null, null] });
  expect(answer.errors?.map(({ message, path }) => [message, path])).toEqual([
    ['No.', ['items', 0]],
    ['Cannot return null for non-nullable field Item.price.', ['items', 1, 'price']],
  ]);
});

it('takes an answer without data for the cause of every null that it leaves', async () => {
  const graph = buildTree();
  graph.answers('a', () => JSON.stringify({ data: null, errors: [{ message: 'Too much.' }] }));

  const answer = await graph.ask('{ must { id } matrix { id } }');

  expect(answer).toMatchObject({ data: null, errors: [{ message: 'Too much.' }] });
  expect(answer.errors).toHaveLength(1);
});

it('tells one error where it took a part of an object that another subgraph gives, too', async () => {
  const fail = () => {
    throw new Error('Not counted.');
  };
  const house = 'type House @key(fields: "id") { id: ID! yard: Yard @shareable }';
  const graph = buildGraph({
    a: {
      typeDefs: 'type Query { hall: Hall @shareable } type Hall { rooms: Int! beds: Int! }',
      resolvers: { Query: { hall: () => ({ rooms: 3 }) }, Hall: { beds: fail } },
    },
    b: {
      typeDefs: `type Query { hall: Hall @shareable house: House } type Hall { seats: Int } type Yard { trees: Int } ${house}`,
      resolvers: {
        Query: { hall: () => ({ seats: 40 }), house: () => ({ id: 'h1' }) },
        House: { yard: () => ({ trees: 4 }) },
      },
    },
    c: {
      typeDefs: `type Yard { gates: Int! pens: Int! } ${house}`,
      resolvers: { House: { yard: () => ({ gates: 1 }) }, Yard: { pens: fail } },
    },
  });

  const root = await graph.ask('{ hall { seats rooms beds } }');
  const entity = await graph.ask('{ house { yard { trees gates pens } } }');

  expect(root.data).toEqual({ hall: null });
  expect(root.errors?.map(({ path }) => path)).toEqual([['hall', 'beds']]);
  expect(entity.data).toEqual({ house: { yard: null } });
  expect(entity.errors?.map(({ path }) => path)).toEqual([['house', 'yard', 'pens']]);
});

import { describe, expect, it } from '@jest/globals';
import { buildGraph, type Reply, type Sent } from './graph.ts';

const parcels = ['p1', 'p2', 'p1'].map((id) => ({ id, weight: 2 }));

/** Each node of a plan is one question to this graph, with `b` for the subgraph that fails. */
const buildDepot = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { parcel: Parcel parcels: [Parcel!] rows: [[Parcel]] town: String }
        type Mutation { first: Int third: Int }
        type Parcel @key(fields: "id") { id: ID! weight: Int }`,
      resolvers: {
        Query: {
          parcel: () => parcels[0],
          parcels: () => parcels,
          rows: () => [[parcels[0]], [parcels[1]]],
          town: () => 'Kraków',
        },
        Mutation: { first: () => 1, third: () => 3 },
      },
    },
    b: {
      typeDefs: `
        type Query { lead: Parcel mayor: String }
        type Mutation { second: Int }
        type Parcel @key(fields: "id") { id: ID! weight: Int @external price(in: String): Int load: Int @requires(fields: "weight") }`,
      resolvers: {
        Query: { lead: () => ({ id: 'p1' }), mayor: () => 'Anna' },
        Mutation: { second: () => 2 },
        Parcel: { price: () => 5, load: ({ weight }: { weight: number }) => weight * 2 },
      },
    },
    c: {
      typeDefs: `
        type Parcel @key(fields: "id") { id: ID! load: Int @external fee: Int @requires(fields: "load") size: Int }`,
      resolvers: { Parcel: { fee: ({ load }: { load: number | null }) => (load ?? 0) + 1, size: () => 7 } },
    },
  });

interface PlanNode {
  ask: string;
  variables?: Record<string, unknown>;
  /** With all that `b` gives null. */
  data: Record<string, unknown>;
  /** Where an error of the whole fetch is told. */
  at: (string | number)[];
  /** Where `b` itself says the error happened, and where the client hears of it. */
  path: (string | number)[];
  told: (string | number)[][];
  /** With what `b` gives right. */
  right: Record<string, unknown>;
}

const rootNodes: Record<string, PlanNode> = {
  'a root fetch': {
    ask: '{ boss: mayor }',
    data: { boss: null },
    at: ['boss'],
    path: ['KEY'],
    told: [['boss']],
    right: { boss: 'Anna' },
  },
  'a second root fetch beside the first': {
    ask: '{ town mayor }',
    data: { town: 'Kraków', mayor: null },
    at: ['mayor'],
    path: ['mayor'],
    told: [['mayor']],
    right: { town: 'Kraków', mayor: 'Anna' },
  },
  'the first fetch of a sequence': {
    ask: '{ lead { size } town }',
    data: { lead: null, town: 'Kraków' },
    at: ['lead'],
    path: ['lead'],
    told: [['lead']],
    right: { lead: { size: 7 }, town: 'Kraków' },
  },
  'a root fetch that a condition lets in': {
    ask: 'query ($yes: Boolean!) { town mayor @include(if: $yes) }',
    variables: { yes: true },
    data: { town: 'Kraków', mayor: null },
    at: ['mayor'],
    path: ['mayor'],
    told: [['mayor']],
    right: { town: 'Kraków', mayor: 'Anna' },
  },
  'a mutation between two others': {
    ask: 'mutation { first second third }',
    data: { first: 1, second: null, third: 3 },
    at: ['second'],
    path: ['second'],
    told: [['second']],
    right: { first: 1, second: 2, third: 3 },
  },
};

const entityNodes: Record<string, PlanNode> = {
  'an entity fetch': {
    ask: '{ town parcel { weight cost: price size } }',
    data: { town: 'Kraków', parcel: { weight: 2, cost: null, size: 7 } },
    at: ['parcel'],
    path: [0, 'KEY'],
    told: [['parcel', 'cost']],
    right: { town: 'Kraków', parcel: { weight: 2, cost: 5, size: 7 } },
  },
  'an entity fetch for a list, one entity in it twice': {
    ask: '{ parcels { price size } }',
    data: { parcels: [1, 2, 3].map(() => ({ price: null, size: 7 })) },
    at: ['parcels', 0],
    path: [0, 'price'],
    told: [
      ['parcels', 0, 'price'],
      ['parcels', 2, 'price'],
    ],
    right: { parcels: [1, 2, 3].map(() => ({ price: 5, size: 7 })) },
  },
  'an entity fetch within nested lists': {
    ask: '{ rows { price size } }',
    data: { rows: [[{ price: null, size: 7 }], [{ price: null, size: 7 }]] },
    at: ['rows', 0, 0],
    path: [1, 'price'],
    told: [['rows', 1, 0, 'price']],
    right: { rows: [[{ price: 5, size: 7 }], [{ price: 5, size: 7 }]] },
  },
  'a fetch that computes on what it requires': {
    ask: '{ parcel { load weight size } }',
    data: { parcel: { load: null, weight: 2, size: 7 } },
    at: ['parcel'],
    path: [0, 'load'],
    told: [['parcel', 'load']],
    right: { parcel: { load: 4, weight: 2, size: 7 } },
  },
  'an entity fetch that a condition lets in': {
    ask: 'query ($no: Boolean!) { parcel { size ... @skip(if: $no) { price } } }',
    variables: { no: false },
    data: { parcel: { size: 7, price: null } },
    at: ['parcel'],
    path: [0, 'price'],
    told: [['parcel', 'price']],
    right: { parcel: { size: 7, price: 5 } },
  },
};

const CODE = 'DOWNSTREAM_SERVICE_ERROR';
const silence: Record<string, Reply> = {
  'cannot be reached': () => {
    throw new Error('connect ECONNREFUSED');
  },
  'answers HTML': () => '<html><body>502 Bad Gateway</body></html>',
  'answers an empty list of errors and no data': () => '{"data":null,"errors":[]}',
  'answers nothing': () => '',
};

/** The transport gives the body of an HTTP 500 as it gives any other. */
const refusals: Record<string, (body: Record<string, unknown>) => Record<string, unknown>> = {
  'refuses with data that are null': () => ({ data: null }),
  'refuses without data, as with HTTP 500': () => ({}),
};

const nodes = Object.entries({ ...rootNodes, ...entityNodes });

/** Every key by which the fetch asks at its top, so that an answer fits however the planner calls it. */
const keyIn = ({ query }: Sent, field: string) => new RegExp(`(\\w+): ${field}\\b`).exec(query)?.[1] ?? field;

/** The subgraph's own path to the field. */
function ownPath(sent: Sent, path: (string | number)[], field: string): (string | number)[] {
  const named = path.map((step) => (step === 'KEY' ? keyIn(sent, field) : step));
  return typeof path[0] === 'number' ? ['_entities', ...named] : named;
}

describe.each(nodes)('where %s fails', (_, { ask, variables, data, at, path, told, right }) => {
  const field = at.at(0) === 'boss' ? 'mayor' : 'price';

  it.each(Object.entries(silence))(
    'because the subgraph %s: its fields are null, with one error',
    async (_why, reply) => {
      const graph = buildDepot();
      graph.answers('b', reply);

      const answer = await graph.ask(ask, variables);

      expect(answer.data).toEqual(data);
      expect(answer.errors).toMatchObject([{ path: at, extensions: { code: CODE, service: 'b' } }]);
    },
  );

  it.each(Object.entries(refusals))('because the subgraph %s: its errors are told once', async (_why, body) => {
    const graph = buildDepot();
    graph.answers('b', (sent) => {
      const errors = [{ message: 'Closed.', path: ownPath(sent, path, field), extensions: { code: 'SHUT' } }];
      return JSON.stringify({ ...body({}), errors });
    });

    const answer = await graph.ask(ask, variables);

    expect(answer.data).toEqual(data);
    expect(answer.errors).toEqual(
      told.map((place) => ({ message: 'Closed.', path: place, extensions: { code: 'SHUT', service: 'b' } })),
    );
  });

  it('with an error that does not say where: one error, and the same nulls', async () => {
    const graph = buildDepot();
    graph.answers('b', () => '{"data":null,"errors":[{"message":"Closed."}]}');

    const answer = await graph.ask(ask, variables);

    expect(answer.data).toEqual(data);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors).toMatchObject([{ message: 'Closed.', extensions: { code: CODE, service: 'b' } }]);
  });

  it('not at all, where the list of errors is empty: the answer is plain', async () => {
    const graph = buildDepot();
    const whole = buildDepot();
    graph.answers('b', async (sent) => {
      const { data: good } = JSON.parse(await whole.reply('b', sent));
      return JSON.stringify({ data: good, errors: [] });
    });

    expect(await graph.ask(ask, variables)).toEqual({ data: right });
  });
});

describe.each(Object.entries(entityNodes))('where %s brings', (_, { ask, variables, data, right }) => {
  const brought = async (entities: (good: unknown[]) => unknown[]) => {
    const graph = buildDepot();
    const whole = buildDepot();
    graph.answers('b', async (sent) => {
      const answer = JSON.parse(await whole.reply('b', sent));
      return JSON.stringify({ data: { _entities: entities(answer.data._entities) } });
    });
    return graph.ask(ask, variables);
  };

  it('no entities: their fields are null', async () => {
    expect(await brought(() => [])).toEqual({ data });
  });

  it('too many entities: those that were not asked for are not looked at', async () => {
    expect(await brought((good) => [...good, { price: 9, load: 9 }])).toEqual({ data: right });
  });

  it('null for entities: their fields are null', async () => {
    expect(await brought((good) => good.map(() => null))).toEqual({ data });
  });

  it('something else for entities: their fields are null', async () => {
    expect(await brought((good) => good.map(() => 'Parcel'))).toEqual({ data });
  });

  it('entities of another type: the type that was known stays', async () => {
    expect(await brought((good) => good.map((entity) => ({ ...(entity as object), __typename: 'Van' })))).toEqual({
      data: right,
    });
  });
});

describe('where entities are fetched in batches', () => {
  const ask = '{ parcel { price(in: "PLN") size } parcels { price(in: "EUR") } }';

  it('names the one that failed, and gives the others', async () => {
    const graph = buildDepot();
    graph.answers('b', ({ query }) => {
      const keys = [...query.matchAll(/(_e\d+): _entities/g)].map((match) => match[1]!);
      const fields = [...query.matchAll(/(\w+): price/g)].map((match) => match[1]!);
      const entity = Object.fromEntries(fields.map((field) => [field, 5]));
      const errors = [{ message: 'No price.', path: [keys[1], 1], extensions: { code: 'NOT_FOUND' } }];
      return JSON.stringify({ data: { [keys[0]!]: [entity, entity], [keys[1]!]: [entity, null] }, errors });
    });

    const answer = await graph.ask(ask);

    expect(graph.sentTo('b')).toHaveLength(1);
    expect(graph.sentTo('b')[0]?.query).toMatch(/_e1: _entities/);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors).toMatchObject([{ message: 'No price.', extensions: { code: 'NOT_FOUND', service: 'b' } }]);
  });

  it('is one error where the batch has no answer', async () => {
    const graph = buildDepot();
    graph.breakDown('b');

    const answer = await graph.ask(ask);

    expect(answer.data).toEqual({
      parcel: { price: null, size: 7 },
      parcels: [{ price: null }, { price: null }, { price: null }],
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: CODE, service: 'b' } }]);
  });
});

describe('where one computed field requires another', () => {
  it.each(Object.entries(silence))('does not ask for the second when the first %s', async (_, reply) => {
    const graph = buildDepot();
    graph.answers('b', reply);

    const answer = await graph.ask('{ town parcel { fee weight } }');

    expect(graph.sentTo('c')).toEqual([]);
    expect(answer.data).toEqual({ town: 'Kraków', parcel: { fee: null, weight: 2 } });
    expect(answer.errors).toMatchObject([{ path: ['parcel'], extensions: { service: 'b' } }]);
  });
});

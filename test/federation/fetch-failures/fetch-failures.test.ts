import { describe, expect, it } from '@jest/globals';
import type { Reply, Sent } from '../graph.ts';
import { buildDepot, entityNodes, rootNodes } from './plan-nodes.ts';

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

describe.each(Object.entries(silence))('where what fails may not be null, as the subgraph %s', (_, reply) => {
  it.each([
    ['{ town parcel { weight seal } }', { town: 'Kraków', parcel: null }, ['parcel']],
    ['{ town parcels { weight seal } }', { town: 'Kraków', parcels: null }, ['parcels', 0]],
    ['{ rows { size seal } }', { rows: [[null], [null]] }, ['rows', 0, 0]],
  ])('%s: nulls move up, with one error', async (ask, data, path) => {
    const graph = buildDepot();
    graph.answers('b', reply);

    const answer = await graph.ask(ask);

    expect(answer.data).toEqual(data);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors).toMatchObject([{ path, extensions: { code: CODE, service: 'b' } }]);
  });

  it('each root field of the fetch is told, for each stands for itself', async () => {
    const graph = buildDepot();
    graph.answers('b', reply);

    const answer = await graph.ask('{ mayor seat }');

    expect(answer.data).toEqual({ mayor: null, seat: null });
    expect(answer.errors?.map(({ path }) => path)).toEqual([['mayor'], ['seat']]);
  });
});

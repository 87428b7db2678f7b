import { expect, it } from '@jest/globals';
import { GraphQLError, parse, validate } from 'graphql';
import { buildGraph } from './graph.ts';

/** Three subgraphs: one that tells of trees, and two that know more of them. */
const forest = () =>
  buildGraph({
    trees: {
      typeDefs: `
        type Query { trees: [Tree!]! }
        type Subscription { grown(kind: String, after: String): Growth! cut: Tree }
        type Growth { position: String! tree: Tree! neighbours: [Tree!]! }
        type Tree @key(fields: "id") { id: ID! }`,
    },
    names: {
      typeDefs: 'type Tree @key(fields: "id") { id: ID! name: String! }',
      resolvers: { Tree: { name: ({ id }: { id: string }) => `Tree ${id}` } },
    },
    owners: {
      typeDefs: 'type Tree @key(fields: "id") { id: ID! owner: String }',
      resolvers: { Tree: { owner: ({ id }: { id: string }) => `Owner of ${id}` } },
    },
  });

type Graph = ReturnType<typeof forest>;

async function subscribe({ engine }: Graph, source: string, variables: Record<string, unknown> = {}) {
  const document = parse(source);
  expect(validate(engine.schema, document)).toEqual([]);
  const subscription = await engine.subscribe({ source, document, variables, context: {} });
  if (!('source' in subscription)) throw subscription[0];
  return {
    source: subscription.source,
    body: JSON.parse(subscription.source.bodyFor(subscription.variables)),
    refusal: subscription.refusal,
    /** What a client reads off the wire. */
    async answer(event: unknown) {
      const answer = await subscription.answer(event, { context: {} });
      return JSON.parse(typeof answer === 'string' ? answer : JSON.stringify(answer));
    },
  };
}

const grown = (id: string, key = 'grown') => ({ data: { [key]: { position: id, tree: tree(id), neighbours: [] } } });
const tree = (id: string) => ({ __typename: 'Tree', id });

it('asks one subgraph for the events, with the variables it uses, and the others for what each event lacks', async () => {
  const graph = forest();
  const source = 'subscription ($k: String) { grown(kind: $k) { position tree { name owner } } }';

  const { source: from, body, answer } = await subscribe(graph, source, { k: 'oak' });

  expect([from.subgraph.name, from.subgraph.url, body.variables]).toEqual([
    'trees',
    'http://trees.test/graphql',
    { k: 'oak' },
  ]);
  const [key] = /_\d+_grown/.exec(body.query) ?? ['grown'];
  expect(await answer(grown('7', key))).toEqual({
    data: { grown: { position: '7', tree: { name: 'Tree 7', owner: 'Owner of 7' } } },
  });
  expect(graph.sentTo('trees')).toEqual([]);
});

it('tells of an error in the event in which it happened, and in no other', async () => {
  const graph = forest();
  const { answer } = await subscribe(graph, 'subscription { grown { tree { id name owner } } }');
  graph.answers('owners', async ({ variables }) => {
    const [{ id }] = variables.representations as [{ id: string }];
    if (id === '2') throw new Error('connect ECONNREFUSED 10.0.0.7:4001');
    return JSON.stringify({ data: { _entities: [{ owner: 'Ada' }] } });
  });

  const answers = [await answer(grown('1')), await answer(grown('2')), await answer(grown('3'))];

  expect(answers.map(({ data }) => data.grown.tree.owner)).toEqual(['Ada', null, 'Ada']);
  expect(answers.map(({ errors }) => errors?.length)).toEqual([undefined, 1, undefined]);
  expect(answers[1].errors[0]).toMatchObject({
    path: ['grown', 'tree'],
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', service: 'owners' },
  });
  expect(JSON.stringify(answers)).not.toContain('10.0.0.7');
});

it("hands on an event's own errors with their paths, and moves nulls up to where they may stand", async () => {
  const { answer } = await subscribe(forest(), 'subscription { grown { position tree { id } } }');

  const errors = [
    { message: 'Felled.', path: ['grown', 'tree'], extensions: { code: 'GONE', stacktrace: ['secret'] } },
  ];
  expect(await answer({ data: null, errors })).toEqual({
    data: null,
    errors: [{ message: 'Felled.', path: ['grown', 'tree'], extensions: { code: 'GONE', service: 'trees' } }],
  });
  expect((await answer(grown('4'))).errors).toBeUndefined();
});

it('nulls what holds a required field that its subgraph could not give, and what holds that', async () => {
  const graph = forest();
  graph.breakDown('names');
  const strict = await subscribe(graph, 'subscription { grown { tree { id name } } }');
  const lenient = await subscribe(graph, 'subscription { cut { id name } }');

  expect(await strict.answer(grown('1'))).toMatchObject({ data: null, errors: [{ extensions: { service: 'names' } }] });
  expect(await lenient.answer({ data: { cut: tree('1') } })).toMatchObject({ data: { cut: null }, errors: [{}] });
});

it('answers under aliases, and decides conditions by the variables', async () => {
  const graph = forest();
  const source = `subscription ($more: Boolean!) {
    news: grown { id: position tree { called: name owner @include(if: $more) } }
  }`;
  const [less, more] = [
    await subscribe(graph, source, { more: false }),
    await subscribe(graph, source, { more: true }),
  ];
  const event = () => ({ data: { _0_news: { _1_id: '5', tree: tree('5') } } });

  expect(await less.answer(event())).toEqual({ data: { news: { id: '5', tree: { called: 'Tree 5' } } } });
  expect(graph.sentTo('owners')).toEqual([]);
  expect(await more.answer(event())).toEqual({
    data: { news: { id: '5', tree: { called: 'Tree 5', owner: 'Owner of 5' } } },
  });
});

it('takes no harm from an event that is no answer', async () => {
  const { answer } = await subscribe(forest(), 'subscription { cut { id } }');

  for (const event of [undefined, 'text', [], {}, { data: 1 }]) {
    expect(await answer(event)).toMatchObject({ data: { cut: null }, errors: [{ extensions: { service: 'trees' } }] });
  }
});

it('says with which words a subgraph refuses, and by whom they are, without what is not for clients', async () => {
  const { refusal } = await subscribe(forest(), 'subscription { cut { id } }');
  const errors = [{ message: 'Too far back.', extensions: { code: 'POSITION_LOST', oldest: '9', stacktrace: ['x'] } }];

  expect(JSON.parse(JSON.stringify(refusal({ errors })))).toEqual([
    { message: 'Too far back.', extensions: { code: 'POSITION_LOST', oldest: '9', service: 'trees' } },
  ]);
});

it('refuses a subscription whose variables are wrong or that is left with nothing, and one that is asked as a query', async () => {
  const { engine } = forest();
  const subscribeTo = async (source: string, variables: Record<string, unknown>) =>
    engine.subscribe({ source, document: parse(source), variables, context: {} });
  const codes = (errors: unknown) =>
    (errors as GraphQLError[]).map((error) => error instanceof GraphQLError && error.extensions.code);

  const source = 'subscription ($k: String!) { grown(kind: $k) { position } }';
  expect(codes(await subscribeTo(source, {}))).toEqual(['BAD_USER_INPUT']);
  const skipped = 'subscription ($s: Boolean!) { cut @skip(if: $s) { id } }';
  expect(codes(await subscribeTo(skipped, { s: true }))).toEqual(['BAD_USER_INPUT']);

  const request = {
    source: 'subscription { cut { id } }',
    document: parse('subscription { cut { id } }'),
    context: {},
  };
  for (const answer of [await engine.answer(request), await engine.execute(request)]) {
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_NOT_SUPPORTED' } }] });
  }
});

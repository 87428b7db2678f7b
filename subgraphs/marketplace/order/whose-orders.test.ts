import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { someone } from '../../../test/kit/caller.ts';
import { DELIVERED, order, review, service } from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { ClientKind } from '../client/client.ts';
import { marketplace } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const client = v4();
function world() {
  const play = service(v4(), 'Play');
  const hall = service(v4(), 'Hall');
  const ofClient = { clientKind: ClientKind.ORGANISATION, clientId: client, clientPseudonym: null };
  const mine = order(play, { ...DELIVERED, ...ofClient });
  const others = [1, 2, 3].map(() => order(play, DELIVERED));
  const rows = [play, hall, mine, ...others, order(hall), ...others.map((one) => review(one, 5))];
  return { play, mine, rows };
}
let { play, mine, rows } = world();
beforeEach(async () => {
  ({ play, mine, rows } = world());
  await subgraph.given(...rows);
});

const as = (organisationId: string) => someone({ organisationId, scopes: ['orders:read', 'orders:write'] });
const orders = async (organisation: string, first = 10, after: string | null = null) =>
  (
    await subgraph.ask(
      'query ($first: Int!, $after: String) { orders(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } }',
      { first, after },
      as(organisation),
    )
  ).data?.orders;

it('hides orders from all but their seller and their client, before it counts and cuts pages', async () => {
  expect(await orders(client)).toMatchObject({
    totalCount: 1,
    pageInfo: { hasNextPage: false },
    nodes: [{ id: mine.id }],
  });
  expect((await orders(play.organisationId)).totalCount).toBe(4);
  expect(await orders(v4())).toMatchObject({ totalCount: 0, nodes: [] });

  const pages = [await orders(play.organisationId, 3)];
  pages.push(await orders(play.organisationId, 3, pages[0].pageInfo.endCursor));
  expect(pages.map(({ nodes, pageInfo }) => [nodes.length, pageInfo.hasNextPage])).toEqual([
    [3, true],
    [1, false],
  ]);
});

it('hides the single reviews from everybody, and shows the average to all', async () => {
  const query = 'query ($id: ID!) { service(id: $id) { rating reviews } }';

  expect((await subgraph.ask(query, { id: play.id }, someone())).data?.service).toEqual({ rating: '5.0', reviews: 3 });
});

it('denies to order or to review for another organisation, and lets the client do both', async () => {
  const request = {
    serviceId: play.id,
    quantity: 1,
    unitPrice: '5.00',
    currency: 'PLN',
    clientKind: ClientKind.ORGANISATION,
    clientId: `Organisation_${client}`,
  };
  const code = async (organisation: string, mutation: string, type: string, input: object) =>
    (
      await subgraph.ask(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`,
        { input },
        as(organisation),
      )
    ).errors?.[0]?.extensions?.code ?? 'DONE';

  for (const other of [v4(), play.organisationId]) {
    expect(await code(other, 'requestOrder', 'RequestOrderInput', request)).toBe('FORBIDDEN');
  }
  expect(await code(client, 'requestOrder', 'RequestOrderInput', request)).toBe('DONE');
  const judged = { orderId: mine.id, rating: 4 };
  expect(await code(play.organisationId, 'reviewOrder', 'ReviewOrderInput', judged)).toBe('FORBIDDEN');
  expect(await code(v4(), 'reviewOrder', 'ReviewOrderInput', judged)).toBe('NOT_FOUND');
  expect(await code(client, 'reviewOrder', 'ReviewOrderInput', judged)).toBe('DONE');
});

import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { keyToUuid } from '../../../shared/register/key.ts';
import { act, load, read, readPages } from '../../../test/kit/ask.ts';
import { member, network } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';
import type { Network } from './network.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const partnershipId = `Partnership_${v4()}`;
let poland: Network;
beforeEach(async () => {
  poland = network('Poland', 'PL');
  await subgraph.given(poland);
});
const join = (more: object = {}) =>
  act(subgraph, 'joinNetwork', { networkId: poland.id, partnershipId, on: '2026-01-10', ...more }, 'id');
const partnershipsOf = async ({ id }: Network) =>
  (await read(subgraph, `{ network(id: "${id}") { partnerships { totalCount nodes { id } } } }`)).network.partnerships;

it('has a partnership that joined it, once', async () => {
  const joined = await join();
  const again = await join({ on: '2026-01-11' });

  expect(joined.row).toEqual({ id: poland.id });
  expect(again).toMatchObject({
    code: 'CONFLICT',
    facts: { guard: 'member', network: poland.id, partnership: partnershipId },
  });
  expect(await partnershipsOf(poland)).toEqual({ totalCount: 1, nodes: [{ id: partnershipId }] });
});

it('is joined once by two who ask at the same time, and once for one idempotency key', async () => {
  const both = await Promise.all([join(), join()]);
  const key = { partnershipId: `Partnership_${v4()}`, idempotencyKey: v4() };
  const repeated = [await join(key), await join(key)];

  expect(both.map(({ code }) => code ?? 'joined').sort()).toEqual(['CONFLICT', 'joined']);
  expect(both.find(({ code }) => code)?.facts).toMatchObject({ guard: 'member' });
  expect(repeated.map(({ row }) => row)).toEqual([{ id: poland.id }, { id: poland.id }]);
  expect((await partnershipsOf(poland)).totalCount).toBe(2);
});

it.each([
  [{ partnershipId: `Partner_${v4()}` }, { code: 'INVALID', facts: { field: 'partnershipId' } }],
  [{ networkId: `Partnership_${v4()}` }, { code: 'INVALID', facts: { field: 'networkId' } }],
  [{ networkId: `Network_${v4()}` }, { code: 'NOT_FOUND' }],
  [{ on: '2999-01-01' }, { code: 'INVALID', facts: { field: 'on' } }],
])('is not joined with %j', async (given, expected) => {
  expect(await join(given)).toMatchObject(expected);
  expect((await partnershipsOf(poland)).totalCount).toBe(0);
});

it('tells that the network shows otherwise now', async () => {
  await join();

  expect(await subgraph.touched()).toEqual([
    { rows: ['Network'], types: ['Network', 'Organisation'], ids: [poland.organisationId, poland.uuid].sort() },
  ]);
});

it('pages through its partnerships, the first to join first, and reads those of many networks in one statement', async () => {
  const europe = network('Europe', 'EU');
  const days = ['2026-01-03', '2026-01-01', '2026-01-02'];
  const members = days.map((joinedOn) => Object.assign(member(europe, v4()), { joinedOn }));
  await subgraph.given(europe, network('Empty', 'DE'), ...members);
  const query = `query ($after: String) { network(id: "${europe.id}") { partnerships(first: 2, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } } } }`;

  const pages = await readPages(subgraph, query, ({ network: found }) => found.partnerships);
  const { networks } = await read(subgraph, '{ networks { nodes { name partnerships { nodes { id } } } } }');

  const inOrder = [1, 2, 0].map((i) => ({ id: `Partnership_${members[i]?.partnershipId}` }));
  expect(pages.map(({ nodes }) => nodes)).toEqual([inOrder.slice(0, 2), inOrder.slice(2)]);
  expect(networks.nodes).toEqual([
    { name: 'Empty', partnerships: { nodes: [] } },
    { name: 'Europe', partnerships: { nodes: inOrder } },
  ]);
  expect(subgraph.sql).toHaveLength(2);
});

it('takes a register of its members, whose partnerships are in another subgraph', async () => {
  const networks = ['key,organisation,name,level,territory,source', 'siec,norwid/siec,Polska,NATIONAL,PL,'];
  await load(subgraph, 'importNetworks', 'siec', ...networks);
  const header = 'key,network,partnership,joined_on,source';

  const { added, problems, references } = await load(
    subgraph,
    'importNetworkMembers',
    'siec',
    header,
    'pin,siec,norwid/pin,2006-01-10,invented',
  );
  const unknown = await load(subgraph, 'importNetworkMembers', 'siec', header, 'pin,other,norwid/pin,2006-01-10,');

  expect({ added, problems }).toEqual({ added: 1, problems: [] });
  const partnership = `Partnership_${keyToUuid('norwid/pin')}`;
  expect(references).toEqual([{ column: 'partnership', id: partnership }]);
  expect(unknown.problems).toEqual([{ line: 2, column: 'network', reason: expect.any(String) }]);
  const imported = Object.assign(network('Polska', 'PL'), { uuid: keyToUuid('siec/siec') });
  expect((await partnershipsOf(imported)).nodes).toEqual([{ id: partnership }]);
});

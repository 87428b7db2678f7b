import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { asCaller } from '../../../shared/database/row-security/on-behalf.ts';
import { ANONYMOUS, type Caller, OPERATOR } from '../../../shared/trust/caller.ts';
import { act } from '../../../test/kit/act.ts';
import { someone } from '../../../test/kit/caller.ts';
import { network } from '../../../test/kit/given-outcomes.ts';
import { approve, assemble, counted, publish, type ReleaseSeen, submit } from '../../../test/kit/release-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Network } from '../network/network.ts';
import { outcomes } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);
let malopolska: Network;
beforeEach(async () => {
  malopolska = network('Małopolska', 'PL21');
  await subgraph.given(malopolska);
  await submit(subgraph, malopolska, {}, counted('NH-F2', 'PL_1203053', 100));
});

const draft = () => assemble(subgraph, malopolska);
const approved = async () => approve(subgraph, await draft());
const discarded = async () => {
  const { id, version } = await approved();
  return (await act(subgraph, 'discardRelease', { id, expectedVersion: version })) as ReleaseSeen;
};

const EVERYWHERE = `query ($id: ID!, $keys: [_Any!]!) {
  release(id: $id) { id hash figures { nodes { values } } }
  releases { totalCount nodes { id } }
  chosen: releases(filter: { status: STATUS, territory: "PL21" }) { totalCount nodes { id } }
  latestRelease(dataset: "MANUFACTORIES", territory: "PL_1203053") { id }
  _entities(representations: $keys) { ... on Release { id hash } }
}`;
const everywhere = async (id: string, status: string, caller = ANONYMOUS) => {
  const keys = [{ __typename: 'Release', id }];
  const { data, errors } = await subgraph.ask(EVERYWHERE.replace('STATUS', status), { id, keys }, caller);
  expect(errors).toBeUndefined();
  return data;
};
const NOWHERE = {
  release: null,
  releases: { totalCount: 0, nodes: [] },
  chosen: { totalCount: 0, nodes: [] },
  latestRelease: null,
  _entities: [null],
};

it.each([
  ['DRAFT', draft],
  ['APPROVED', approved],
  ['DISCARDED', discarded],
])(
  'shows what is %s, but no figure of it, to those who may write, and to others as if it were not there',
  async (status, make) => {
    const { id } = await make();

    expect(await everywhere(id, status)).toEqual(NOWHERE);
    const one = { totalCount: 1, nodes: [{ id }] };
    expect(await everywhere(id, status, OPERATOR)).toEqual({
      release: { id, hash: null, figures: null },
      releases: one,
      chosen: one,
      latestRelease: null,
      _entities: [{ id, hash: null }],
    });
  },
);

it.each([
  ['assembled', draft],
  ['approved', approved],
  ['discarded', discarded],
])(
  'hides from its own network, and from whoever runs the hub, what another submission adds to what it %s',
  async (_, make) => {
    const own = someone({ organisationId: malopolska.organisationId, scopes: ['outcomes:write'] });
    const first = await make();
    await submit(subgraph, malopolska, { partnershipId: v4() }, counted('NH-F2', 'PL_1203053', 1));
    const second = await make();

    for (const caller of [own, OPERATOR]) {
      expect(await shown(second, caller)).toEqual(await shown(first, caller));
      const rows = () => subgraph.running.em.fork().execute('select from published_figures');
      expect(await asCaller(caller, rows)).toEqual([]);
    }
  },
);

/** All that it shows of its figures, and how they were counted. */
async function shown({ id }: ReleaseSeen, caller: Caller) {
  const fields = `number notes hash columns { indicator { code } category { code } basis }
    figures { totalCount pageInfo { endCursor } edges { cursor } nodes { territory { code } values } }`;
  const { data, errors } = await subgraph.ask(`query ($id: ID!) { release(id: $id) { ${fields} } }`, { id }, caller);
  expect([errors, data?.release.columns.length > 0]).toEqual([undefined, true]);
  return data?.release;
}

it('shows the figures, and the hash of them, to everybody at once: as it is published', async () => {
  const ready = await approved();

  const seen = await publish(subgraph, ready, 'id version hash figures { nodes { values } }');

  const figures = { nodes: expect.arrayContaining([{ values: expect.arrayContaining([1]) }]) };
  expect(seen).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), figures });
  expect((await everywhere(ready.id, 'PUBLISHED'))?.release).toMatchObject({ hash: seen.hash, figures: seen.figures });
});

it('tells nobody, neither events nor those who keep answers, until it is published; then all that shows it', async () => {
  await subgraph.orm.em.fork().execute('delete from outbox');
  const ready = await approved();
  await discarded();
  expect(await subgraph.recorded()).toEqual([]);

  await publish(subgraph, ready);

  const [touched, ...more] = await subgraph.touched();
  expect(more).toEqual([]);
  expect(touched?.rows).toEqual(expect.arrayContaining(['Dataset', 'Release', 'Territory']));
  expect(touched?.types).toEqual(expect.arrayContaining(['Dataset', 'Network', 'Release', 'Territory']));
  expect(touched?.ids).toEqual(expect.arrayContaining([ready.id.replace('Release_', ''), malopolska.uuid]));
});

it('tells of the release before, too, when another takes its place', async () => {
  const first = await publish(subgraph, await approved());
  const second = await approved();
  await subgraph.orm.em.fork().execute('delete from outbox');

  await publish(subgraph, second);

  const [touched] = await subgraph.touched();
  for (const { id } of [first, second]) expect(touched?.ids).toContain(id.replace('Release_', ''));
});

it('shows everybody what is published, and a draft that would take its place to nobody', async () => {
  const { id } = await publish(subgraph, await approved());
  await draft();

  const seen = await everywhere(id, 'PUBLISHED');

  const one = { totalCount: 1, nodes: [{ id }] };
  expect(seen).toMatchObject({
    release: { id },
    releases: one,
    chosen: one,
    latestRelease: { id },
    _entities: [{ id }],
  });
  const after = await subgraph.ask('query ($id: ID!) { release(id: $id) { supersededBy { id } } }', { id });
  expect(after.data?.release).toEqual({ supersededBy: null });
});

it('hides a draft from other networks, and lets its own assemble, approve and publish it', async () => {
  const [own, other] = [malopolska.organisationId, v4()].map((organisationId) =>
    someone({ organisationId, scopes: ['outcomes:write'] }),
  );
  const step = async (mutation: string, input: object, caller = own) => {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { row: ${mutation}(input: $input) { id version } }`;
    const { data, errors } = await subgraph.ask(query, { input }, caller);
    return data?.row ?? errors?.[0]?.extensions?.code;
  };
  const wanted = { networkId: malopolska.id, dataset: 'MANUFACTORIES', period: '2006-Q3' };

  expect(await step('assembleRelease', wanted, other)).toBe('FORBIDDEN');
  const { id } = await step('assembleRelease', wanted);
  expect(await everywhere(id, 'DRAFT', other)).toEqual(NOWHERE);
  expect(await everywhere(id, 'DRAFT', own)).toMatchObject({ release: { id }, releases: { totalCount: 1 } });
  expect(await step('approveRelease', { id, expectedVersion: 1, by: 'Board' }, other)).toBe('NOT_FOUND');
  expect(await step('approveRelease', { id, expectedVersion: 1, by: 'Board' })).toMatchObject({ version: 2 });
  expect(await step('publishRelease', { id, expectedVersion: 2 })).toMatchObject({ version: 3 });
  expect(await everywhere(id, 'PUBLISHED')).toMatchObject({ release: { id }, latestRelease: { id } });
  expect(await step('discardRelease', { id, expectedVersion: 3 }, other)).toBe('FORBIDDEN');
});

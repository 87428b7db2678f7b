import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import { FORMING, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { actsOn, edit } from '../../../test/kit/partnership-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { partnership } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(partnership);
const act = actsOn(subgraph);

let from: Partnership;
let to: Partnership;
beforeEach(() => {
  from = partnershipIn('PL_1261011', 'Nowa Huta', '2004-07-01');
  to = partnershipIn('PL_1203053', 'Trzebinia', '2024-03-01');
});
const consider = (input: object = {}) =>
  act('considerReplication', { partnershipId: from.id, territory: 'PL_1203053', on: '2023-05-10', ...input });
const FOUND = { postIndustrial: true, definedProblem: 'No work', determinedPartners: 4, on: '2023-11-20' };

it('follows a locality from the first thought to the partnership that came of it', async () => {
  await subgraph.given(from, to);

  const considered = await consider();
  const assessed = await act('assessReadiness', {
    ...edit(considered),
    ...FOUND,
    definedProblem: null,
    on: '2023-06-01',
  });
  const ready = await act('assessReadiness', { ...edit(assessed), ...FOUND });
  const started = await act('startReplication', { ...edit(ready), startedPartnershipId: to.id, on: '2024-03-01' });

  expect(considered).toMatchObject({ status: 'CONSIDERED', consideredOn: '2023-05-10', version: 1 });
  expect(assessed).toMatchObject({ status: 'CONSIDERED', definedProblem: null, determinedPartners: 4, version: 2 });
  expect(ready).toMatchObject({ status: 'READY', definedProblem: 'No work', assessedOn: '2023-11-20', version: 3 });
  expect(started).toMatchObject({ status: 'STARTED', startedOn: '2024-03-01', startedPartnership: { id: to.id } });
  const told = (await subgraph.events()).map(({ type, subject, data }) => ({ type, subject, ...data }));
  const about = { type: 'hub.replication.changed.v1', subject: considered.id, replication: considered.id };
  expect(told).toEqual(
    ['CONSIDERED', 'CONSIDERED', 'READY', 'STARTED'].map((status) => ({
      ...about,
      partnership: from.id,
      territory: 'PL_1203053',
      status,
    })),
  );
});

it('shows both partnerships where the model came from and where it went', async () => {
  await subgraph.given(from, to);
  const ready = await act('assessReadiness', { ...edit(await consider()), ...FOUND });
  await act('startReplication', { ...edit(ready), startedPartnershipId: to.id });
  await consider({ territory: 'PL_1203043' });

  const source = `{ partnerships { nodes { name replicatedFrom { name }
    replications { totalCount nodes { status partnership { name } startedPartnership { name } } } } } }`;
  const { nodes } = (await read(subgraph, source)).partnerships;

  expect(nodes).toEqual([
    {
      name: 'Nowa Huta',
      replicatedFrom: null,
      replications: {
        totalCount: 2,
        nodes: expect.arrayContaining([
          { status: 'STARTED', partnership: { name: 'Nowa Huta' }, startedPartnership: { name: 'Trzebinia' } },
          { status: 'CONSIDERED', partnership: { name: 'Nowa Huta' }, startedPartnership: null },
        ]),
      },
    },
    { name: 'Trzebinia', replicatedFrom: { name: 'Nowa Huta' }, replications: { totalCount: 0, nodes: [] } },
  ]);
});

it.each([
  [{ definedProblem: null }, 'a defined problem'],
  [{ determinedPartners: 2 }, '3 determined partners'],
  [{ definedProblem: null, determinedPartners: 0 }, 'a defined problem and 3 determined partners'],
])('does not start what an assessment found to be %j, and names what is lacking', async (found, lacking) => {
  await subgraph.given(from, to);
  const assessed = await act('assessReadiness', { ...edit(await consider()), ...FOUND, ...found });

  const refusal = await act('startReplication', { ...edit(assessed), startedPartnershipId: to.id });

  expect(refusal).toMatchObject({ code: 'CONFLICT', status: 'CONSIDERED' });
  expect(refusal.refused).toContain(`lacks ${lacking};`);
});

it('starts no replication with a partnership of another place, of an earlier day, or of another one', async () => {
  const elsewhere = partnershipIn('PL_1261011', 'Elsewhere', '2024-03-01');
  const earlier = partnershipIn('PL_1203053', 'Earlier', '2004-07-01');
  await subgraph.given(from, to, elsewhere, earlier);
  const ready = await act('assessReadiness', { ...edit(await consider()), ...FOUND });
  const start = (startedPartnershipId: string) => act('startReplication', { ...edit(ready), startedPartnershipId });

  for (const id of [elsewhere.id, earlier.id, from.id, `Organisation_${v4()}`]) {
    expect(await start(id)).toMatchObject({ code: 'INVALID', field: 'startedPartnershipId' });
  }
  expect(await start(`Partnership_${v4()}`)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await start(to.id)).toMatchObject({ status: 'STARTED' });

  const second = await act('assessReadiness', { ...edit(await consider()), ...FOUND });
  const taken = await act('startReplication', { ...edit(second), startedPartnershipId: to.id });
  expect(taken).toMatchObject({ code: 'CONFLICT', refused: expect.stringContaining('started_partnership_id') });
});

it.each([
  ['by its own place', 'INVALID', { territory: 'PL_1261011' }],
  ['by no place', 'INVALID', { territory: 'Trzebinia' }],
  ['before it worked', 'INVALID', { on: '2004-06-30' }],
  ['that is not there', 'NOT_FOUND', { partnershipId: `Partnership_${v4()}` }],
  ['by a wrong id', 'INVALID', { partnershipId: v4() }],
])('considers no replication of a partnership %s (%s)', async (_, code, wrong) => {
  await subgraph.given(from);

  expect(await consider(wrong)).toMatchObject({ code });
});

it('considers no replication of a partnership that is forming', async () => {
  await subgraph.given(partnershipIn('PL_1261011', 'New', '2004-07-01', { ...FORMING, uuid: from.uuid }));

  expect(await consider()).toMatchObject({ code: 'CONFLICT', refused: expect.stringContaining('"New" is FORMING') });
});

it('lists replications by territory and status, and keeps why one was abandoned', async () => {
  await subgraph.given(from);
  await consider();
  const other = await consider({ territory: 'PL_1818011', on: '2023-01-01' });
  await act('abandonReplication', { ...edit(other), reason: 'Nobody came', on: '2023-02-01' });
  const list = async (filter: string) =>
    (await read(subgraph, `{ replications(filter: ${filter}) { totalCount nodes { reason territory { code } } } }`))
      .replications;

  expect(await list('{ status: ABANDONED }')).toEqual({
    totalCount: 1,
    nodes: [{ reason: 'Nobody came', territory: { code: 'PL_1818011' } }],
  });
  expect((await list('{ territory: "PL21" }')).nodes).toEqual([{ reason: null, territory: { code: 'PL_1203053' } }]);
  expect((await list('{}')).nodes.map(({ reason }: { reason: string }) => reason)).toEqual(['Nobody came', null]);
});

import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities, readPages } from '../../../test/kit/ask.ts';
import { DRAFT, ENDED, service } from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { marketplace } from '../subgraph.ts';
import { ServiceStatus } from './service.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const theatre = v4();

it.each([
  ['null', ['ended play', 'nearby play', 'paused play', 'play']],
  ['{ status: ACTIVE }', ['nearby play', 'play']],
  ['{ status: PAUSED }', ['paused play']],
  ['{ status: ENDED }', ['ended play']],
  ['{ status: DRAFT }', []],
  ['{ territory: "PL_1203053" }', ['nearby play']],
  ['{ territory: "PL_1203053", status: DRAFT }', []],
  ['{ territory: "PL_1261011", status: ACTIVE }', ['play']],
])('lists and counts the services of the filter %s, by name, and never a draft', async (filter, expected) => {
  await subgraph.given(
    service(theatre, 'play'),
    service(theatre, 'paused play', { status: ServiceStatus.PAUSED }),
    service(theatre, 'nearby play', {}, 'PL_1203053'),
    service(theatre, 'ended play', ENDED),
    service(theatre, 'draft play', DRAFT),
    service(theatre, 'nearby draft play', DRAFT, 'PL_1203053'),
  );

  const { services } = await read(subgraph, `{ services(filter: ${filter}) { totalCount nodes { name } } }`);

  expect(services.nodes.map(({ name }: { name: string }) => name)).toEqual(expected);
  expect(services.totalCount).toBe(expected.length);
});

it.each([
  ['S', ['course', 'play']],
  ['S90', ['play']],
  ['S90.20', ['play']],
  ['S9', null],
  ['%', null],
])(
  'lists the services of %j and of what is beneath it in NACE, or refuses what is no class',
  async (activity, expected) => {
    await subgraph.given(
      service(theatre, 'play'),
      service(theatre, 'course', { activityCode: 'S91.12' }),
      service(theatre, 'lunch', { activityCode: 'I56' }),
    );

    const query = 'query ($activity: String) { services(filter: { activity: $activity }) { nodes { name } } }';
    const { data, errors } = await subgraph.ask(query, { activity });

    expect(data?.services?.nodes.map(({ name }: { name: string }) => name) ?? null).toEqual(expected);
    expect(errors?.[0]?.extensions?.code).toBe(expected ? undefined : 'INVALID');
  },
);

it('lists the newest first when it is asked to, page by page', async () => {
  const days = ['2006-05-02', '2006-05-04', '2006-05-03', '2006-05-04'];
  await subgraph.given(
    service(theatre, 'draft', DRAFT),
    ...days.map((offeredSince, i) => service(theatre, `play ${i}`, { offeredSince })),
  );

  const pages = await readPages(
    subgraph,
    `query ($after: String) { services(first: 1, after: $after, orderBy: NEWEST_FIRST) {
      nodes { offeredSince } pageInfo { hasNextPage endCursor } } }`,
    ({ services }) => services,
  );

  expect(pages.flatMap(({ nodes }) => nodes.map(({ offeredSince }) => offeredSince))).toEqual(days.sort().reverse());
});

it('pages over drafts as if they were not there', async () => {
  await subgraph.given(service(theatre, 'a'), service(theatre, 'b', DRAFT), service(theatre, 'c', DRAFT));

  const { services } = await read(subgraph, '{ services(first: 1) { nodes { name } pageInfo { hasNextPage } } }');

  expect(services).toEqual({ nodes: [{ name: 'a' }], pageInfo: { hasNextPage: false } });
});

it('does not find a draft by its id, in whatever way it is asked', async () => {
  const [play, draft] = [service(theatre, 'play'), service(theatre, 'draft', DRAFT)];
  await subgraph.given(play, draft);

  const query = 'query ($id: ID!) { service(id: $id) { name } }';
  expect(await read(subgraph, query, { id: draft.id })).toEqual({ service: null });
  expect(await read(subgraph, query, { id: play.id })).toEqual({ service: { name: 'play' } });
  expect(await readEntities(subgraph, 'Service', [draft.id, play.id], 'name')).toEqual([null, { name: 'play' }]);
});

it('finds services by their keys in one statement, asked out of order and for keys without a row', async () => {
  const priced = { priceAmount: '12.50', priceCurrency: 'EUR', priceUnit: 'ticket' };
  const [play, course] = [service(theatre, 'play', priced), service(theatre, 'course', ENDED, 'PL_1203053')];
  await subgraph.given(play, course);

  const keys = [course.id, `Service_${v4()}`, `Manufactory_${play.uuid}`, 'Service_!', play.id];
  const fields = `name status price { amount currency } priceUnit offeredSince endedOn
    activity { scheme code } manufactory { id } seller { id } territory { code }`;
  const found = await readEntities(subgraph, 'Service', keys, fields);

  const both = {
    offeredSince: '2006-05-01',
    activity: { scheme: 'NACE2.1', code: 'S90.20' },
    manufactory: { id: `Manufactory_${theatre}` },
  };
  expect(found).toEqual([
    {
      ...both,
      name: 'course',
      status: 'ENDED',
      price: null,
      priceUnit: null,
      endedOn: '2007-05-01',
      seller: { id: `Organisation_${course.organisationId}` },
      territory: { code: 'PL_1203053' },
    },
    null,
    null,
    null,
    {
      ...both,
      name: 'play',
      status: 'ACTIVE',
      price: { amount: '12.50', currency: 'EUR' },
      priceUnit: 'ticket',
      endedOn: null,
      seller: { id: `Organisation_${play.organisationId}` },
      territory: { code: 'PL_1261011' },
    },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});

it('refuses an unknown territory with a code', async () => {
  const { errors } = await subgraph.ask('{ services(filter: { territory: "" }) { nodes { id } } }');

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'territory', value: '' });
});

import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act, refusal } from '../../../test/kit/act.ts';
import { read } from '../../../test/kit/ask.ts';
import { DRAFT, ENDED, service } from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { marketplace } from '../subgraph.ts';
import { ServiceStatus } from './service.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const theatre = v4();
const seller = v4();
const PLAY = {
  manufactoryId: `Manufactory_${theatre}`,
  organisationId: `Organisation_${seller}`,
  name: 'A play',
  activityCode: 'S90.20',
  territory: 'PL_1261011',
};
const OPENING = { weekdays: ['SU', 'MO'], opensAt: '10:00:00', closesAt: '16:00' };

it('leads a service from its draft to its end, and tells of each step that the community can see', async () => {
  await subgraph.given();

  const draft = await act(subgraph, 'draftService', { ...PLAY, price: '520', currency: 'PLN' }, 'id version status');
  const { id } = draft;
  const steps = [
    ['offerService', { on: '2026-05-01' }],
    ['pauseService', {}],
    ['resumeService', {}],
    ['endService', { on: '2026-06-01' }],
  ] as const;
  const seen = [draft];
  for (const [mutation, input] of steps) {
    const expectedVersion = seen.at(-1)?.version;
    seen.push(await act(subgraph, mutation, { id, expectedVersion, ...input }));
  }

  expect(seen.map(({ version, status }) => [version, status])).toEqual([
    [1, 'DRAFT'],
    [2, 'ACTIVE'],
    [3, 'PAUSED'],
    [4, 'ACTIVE'],
    [5, 'ENDED'],
  ]);
  const facts = { service: id, manufactory: PLAY.manufactoryId, territory: 'PL_1261011' };
  const changed = (status: string) => ({
    type: 'hub.service.changed.v1',
    subject: id,
    data: { ...facts, status },
  });
  expect(await subgraph.events()).toEqual([
    { type: 'hub.service.offered.v1', subject: id, data: { ...facts, status: 'ACTIVE' } },
    changed('PAUSED'),
    changed('ACTIVE'),
    changed('ENDED'),
  ]);
  const found = await read(
    subgraph,
    `{ service(id: "${id}") { offeredSince endedOn price { amount } seller { id } manufactory { id } } }`,
  );
  expect(found.service).toEqual({
    offeredSince: '2026-05-01',
    endedOn: '2026-06-01',
    price: { amount: '520.00' },
    seller: { id: PLAY.organisationId },
    manufactory: { id: PLAY.manufactoryId },
  });
});

it('drafts a service once for a key, and offers it today where no day is given', async () => {
  await subgraph.given();

  const input = { ...PLAY, idempotencyKey: 'a' };
  const [first, again] = [await act(subgraph, 'draftService', input), await act(subgraph, 'draftService', input)];
  const offered = await act(subgraph, 'offerService', { id: first.id, expectedVersion: 1 }, 'offeredSince');

  expect(again.id).toBe(first.id);
  expect(offered.offeredSince).toBe(new Date().toISOString().slice(0, 10));
});

it('changes what is given and leaves what is not; null clears what may be empty', async () => {
  const play = service(theatre, 'Play', { priceAmount: '9.00', priceCurrency: 'PLN', eligibility: 'firms' });
  await subgraph.given(play);
  const fields = `version name price { amount } eligibility activity { code } territory { code }
    schedule { weekdays opensAt closesAt validFrom validTo }`;

  const first = await act(
    subgraph,
    'changeService',
    { id: play.id, expectedVersion: 1, name: 'A play', territory: 'PL_1203053', schedule: [OPENING] },
    fields,
  );
  const second = await act(
    subgraph,
    'changeService',
    { id: play.id, expectedVersion: 2, price: null, currency: null, eligibility: null, activityCode: 'S90' },
    fields,
  );

  const both = {
    name: 'A play',
    territory: { code: 'PL_1203053' },
    schedule: [{ weekdays: ['MO', 'SU'], opensAt: '10:00', closesAt: '16:00', validFrom: null, validTo: null }],
  };
  expect(first).toEqual({
    ...both,
    version: 2,
    price: { amount: '9.00' },
    eligibility: 'firms',
    activity: { code: 'S90.20' },
  });
  expect(second).toEqual({ ...both, version: 3, price: null, eligibility: null, activity: { code: 'S90' } });
  expect((await subgraph.events()).map(({ type }) => type)).toEqual([
    'hub.service.changed.v1',
    'hub.service.changed.v1',
  ]);
});

it('tells nobody of a draft that changes', async () => {
  const draft = service(theatre, 'Play', DRAFT);
  await subgraph.given(draft);

  await act(subgraph, 'changeService', { id: draft.id, expectedVersion: 1, name: 'Secret' });

  expect(await subgraph.events()).toEqual([]);
});

it.each([
  ['draftService', { ...PLAY, manufactoryId: `Idea_${theatre}` }, 'manufactoryId'],
  ['draftService', { ...PLAY, organisationId: seller }, 'organisationId'],
  ['draftService', { ...PLAY, territory: 'Kraków' }, 'territory'],
  ['draftService', { ...PLAY, price: '1.234', currency: 'PLN' }, 'price'],
  ['draftService', { ...PLAY, price: '-1', currency: 'PLN' }, 'price'],
  ['draftService', { ...PLAY, price: '1' }, 'price_currency'],
  ['draftService', { ...PLAY, name: ' ' }, 'name'],
  ['draftService', { ...PLAY, schedule: [{ ...OPENING, closesAt: '10:00' }] }, 'schedule'],
  ['draftService', { ...PLAY, schedule: [{ ...OPENING, weekdays: [] }] }, 'schedule'],
  ['draftService', { ...PLAY, schedule: [{ ...OPENING, validFrom: '2026-02-01', validTo: '2026-01-31' }] }, 'schedule'],
])('refuses %s of %j because of %s', async (mutation, input, field) => {
  await subgraph.given();

  expect(await refusal(subgraph, mutation, input)).toMatchObject({ code: 'INVALID', field });
});

it('refuses an unknown class of NACE', async () => {
  await subgraph.given();

  const refused = await refusal(subgraph, 'draftService', { ...PLAY, activityCode: 'X1' });

  expect(refused).toMatchObject({ code: 'INVALID', value: 'X1' });
});

it('refuses a step from a version that is gone, of a service that is not there, and before the first day', async () => {
  const play = service(theatre, 'Play');
  await subgraph.given(play);
  await act(subgraph, 'pauseService', { id: play.id, expectedVersion: 1 });

  const stale = await refusal(subgraph, 'endService', { id: play.id, expectedVersion: 1 });
  const unknown = await refusal(subgraph, 'endService', { id: `Service_${v4()}`, expectedVersion: 1 });
  const early = await refusal(subgraph, 'endService', { id: play.id, expectedVersion: 2, on: '2006-04-30' });

  expect(stale).toMatchObject({ code: 'CONFLICT', version: 2 });
  expect(unknown).toMatchObject({ code: 'NOT_FOUND' });
  expect(early).toMatchObject({ code: 'INVALID', field: 'ended_on' });
  expect((await subgraph.events()).length).toBe(1);
});

it.each([
  ['offerService', {}, ['ACTIVE', 'PAUSED', 'ENDED']],
  ['pauseService', {}, ['DRAFT', 'PAUSED', 'ENDED']],
  ['resumeService', {}, ['DRAFT', 'ACTIVE', 'ENDED']],
  ['endService', {}, ['DRAFT', 'ENDED']],
  ['changeService', { name: 'Other' }, ['ENDED']],
])(
  'refuses %s where it is not next, names the service and the way out, and changes nothing',
  async (step, input, from) => {
    const facts = {
      DRAFT,
      ACTIVE: {},
      PAUSED: { status: ServiceStatus.PAUSED },
      ENDED,
    } as const;
    for (const status of from) {
      const play = service(theatre, 'The play', facts[status as keyof typeof facts]);
      await subgraph.given(play);

      const refused = await refusal(subgraph, step, { id: play.id, expectedVersion: 1, ...input });

      expect(refused).toMatchObject({ code: 'CONFLICT', status });
      expect(refused.message).toMatch(/^The service "The play" is [A-Z]+, so it cannot .+\. .+\.$/);
      expect(await subgraph.events()).toEqual([]);
      expect(await subgraph.orm.em.fork().execute('select status, version from service')).toEqual([
        { status, version: 1 },
      ]);
    }
  },
);

import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act, refusal } from '../../../test/kit/act.ts';
import { read } from '../../../test/kit/ask.ts';
import { network } from '../../../test/kit/given-outcomes.ts';
import { approve, assemble, counted, publish, release, submit, toldBy } from '../../../test/kit/release-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Network } from '../network/network.ts';
import { outcomes } from '../subgraph.ts';
import { Basis, Submission, SubmissionStatus } from '../submission/submission.ts';

const subgraph = new SubgraphUnderTest(outcomes);
let poland: Network;
let malopolska: Network;
let slask: Network;
beforeEach(async () => {
  poland = network('Poland', 'PL');
  malopolska = network('Małopolska', 'PL21');
  slask = network('Śląsk', 'PL22');
  await subgraph.given(poland, malopolska, slask);
});

const paid = (territory: string, cents: number) => counted('NH-F2', territory, cents);
const shown = async (id: string, fields: string) =>
  (await read(subgraph, `query ($id: ID!) { release(id: $id) { ${fields} } }`, { id })).release;

it('sums what was approved up the territories, and says whose it is and how sure', async () => {
  const first = await submit(subgraph, malopolska, {}, paid('PL_1261011-D18', 10050), paid('PL_1203053', 250));
  const second = await submit(
    subgraph,
    malopolska,
    { signedOffOn: '2006-10-05' },
    counted('NH-F2', 'PL_1261011-D18', 100, { basis: Basis.ESTIMATE }),
    counted('NH-F2', 'PL_1261011-D17', 1, { basis: Basis.SAMPLE }),
  );
  await submit(subgraph, slask, {}, paid('PL_2469011', 7));
  await submit(subgraph, malopolska, { status: SubmissionStatus.REPLACED }, paid('PL_1261011-D18', 5));
  await submit(subgraph, malopolska, { period: '2006-Q2' }, paid('PL_1261011-D18', 3));

  const made = await release(subgraph, malopolska);

  const krakow = {
    PL213: 101.51,
    PL_1261: 101.51,
    PL_1261011: 101.51,
    'PL_1261011-D17': 0.01,
    'PL_1261011-D18': 101.5,
  };
  const trzebinia = { PL21A: 2.5, PL_1203: 2.5, PL_1203053: 2.5 };
  expect(await toldBy(subgraph, made.id, 'NH-F2')).toEqual({ PL21: 104.01, ...krakow, ...trzebinia });
  const facts = await shown(
    made.id,
    `number status asOf assembledOn approvedBy level dataset { code } period network { name } territory { code }
     contributors { id } columns { indicator { code } category { trait } basis }`,
  );
  expect(facts).toMatchObject({
    number: 1,
    status: 'PUBLISHED',
    asOf: '2006-10-05',
    assembledOn: '2006-10-16',
    approvedBy: 'Head of the network',
    level: 'REGIONAL',
    dataset: { code: 'MANUFACTORIES' },
    period: '2006-Q3',
    network: { name: 'Małopolska' },
    territory: { code: 'PL21' },
    contributors: [first, second].map(({ organisationId }) => ({ id: `Organisation_${organisationId}` })).sort(byId),
  });
  expect(facts.columns).toContainEqual({ indicator: { code: 'NH-F2' }, category: [], basis: 'ESTIMATE' });
});

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);

it('hides few people, and whoever would tell them', async () => {
  const people = (territory: string, value: number) => counted('EECO01', territory, value);
  const year = { dataset: 'PEOPLE', period: '2005' };
  await submit(subgraph, malopolska, year, people('PL_1261011-D18', 4), people('PL_1261011-D17', 40));

  const { id } = await release(subgraph, malopolska, year);

  const told = await toldBy(subgraph, id, 'EECO01');
  expect(told).toMatchObject({ PL21: 44, PL_1261011: 44, 'PL_1261011-D17': null, 'PL_1261011-D18': null });
  expect('PL_1261011-D01' in told).toBe(false);
});

it('hides where people were few in the year before, though there are more by now: they are the same people', async () => {
  const atWork = (territory: string, value: number) => counted('NH-P1', territory, value);
  for (const [period, few] of [
    ['2004', 4],
    ['2005', 12],
  ] as const) {
    const year = { dataset: 'PEOPLE', period };
    await submit(subgraph, malopolska, year, atWork('PL_1261011-D18', few), atWork('PL_1261011-D17', 40));
  }
  await release(subgraph, malopolska, { dataset: 'PEOPLE', period: '2004' });

  const { id } = await release(subgraph, malopolska, { dataset: 'PEOPLE', period: '2005' });

  const told = await toldBy(subgraph, id, 'NH-P1');
  expect(told).toMatchObject({ PL21: 52, 'PL_1261011-D18': null });
});

it('tells of what it published, once, and without figures', async () => {
  await submit(subgraph, malopolska, {}, paid('PL_1203053', 123456));
  const draft = await approve(subgraph, await assemble(subgraph, malopolska));
  const input = { id: draft.id, expectedVersion: draft.version, idempotencyKey: 'once' };

  await act(subgraph, 'publishRelease', input);
  await act(subgraph, 'publishRelease', input);

  expect(await subgraph.events()).toEqual([
    {
      type: 'hub.release.published.v1',
      subject: draft.id,
      data: {
        release: draft.id,
        network: malopolska.id,
        territory: 'PL21',
        level: 'REGIONAL',
        dataset: 'MANUFACTORIES',
        period: '2006-Q3',
        number: 1,
      },
    },
  ]);
});

it('takes the place of the release before, which stays as it was', async () => {
  const fields = 'id status hash supersedes { id } supersededBy { id } figures { nodes { territory { code } values } }';
  await submit(subgraph, malopolska, {}, paid('PL_1203053', 100));
  const stale = await assemble(subgraph, malopolska);
  const first = await release(subgraph, malopolska);
  const before = await shown(first.id, fields);
  await submit(subgraph, malopolska, { partnershipId: v4() }, paid('PL_1203053', 1));

  const draft = await assemble(subgraph, malopolska, {}, 'id version number');
  const whileDraft = await shown(first.id, fields);
  const second = await publish(subgraph, await approve(subgraph, draft));

  expect(draft.number).toBe(2);
  expect(whileDraft).toEqual(before);
  expect(await shown(first.id, fields)).toEqual({ ...before, status: 'SUPERSEDED', supersededBy: { id: second.id } });
  expect(await shown(second.id, fields)).toMatchObject({
    status: 'PUBLISHED',
    supersedes: { id: first.id },
    supersededBy: null,
  });
  expect(await toldBy(subgraph, second.id, 'NH-F2')).toMatchObject({ PL21: 1.01 });
  expect(await shown(stale.id, 'supersededBy { id }')).toEqual({ supersededBy: null });
});

it('numbers what is published alone: a draft that came to nothing leaves no gap', async () => {
  await submit(subgraph, malopolska, {}, paid('PL_1203053', 100));
  const { id, version } = await assemble(subgraph, malopolska);
  await act(subgraph, 'discardRelease', { id, expectedVersion: version });

  const made = await release(subgraph, malopolska);

  expect(await shown(made.id, 'number')).toEqual({ number: 1 });
});

it.each([
  ['of the same network', () => malopolska, true],
  ['for a territory that it lies in', () => poland, true],
  ['for another territory', () => slask, false],
])('refuses a draft when a release was published since, %s', async (_, other, isRefused) => {
  for (const one of [poland, malopolska, slask])
    await submit(subgraph, one, {}, paid(one === slask ? 'PL_2469011' : 'PL_1203053', 100));
  const draft = await approve(subgraph, await assemble(subgraph, malopolska));
  await release(subgraph, other());

  const answer = await subgraph.ask(PUBLISH, { input: { id: draft.id, expectedVersion: draft.version } });

  expect(answer.errors?.[0]?.extensions ?? null).toEqual(
    isRefused ? { code: 'CONFLICT', guard: 'upToDate', id: draft.id } : null,
  );
  if (isRefused) expect(answer.errors?.[0]?.message).toMatch(/assemble it again/);
});

const PUBLISH = 'mutation ($input: PublishReleaseInput!) { publishRelease(input: $input) { id } }';

it('refuses a draft of a larger territory when a part of it was published since, but not for another dataset', async () => {
  const year = { dataset: 'PEOPLE', period: '2005' };
  await submit(subgraph, poland, {}, paid('PL_1203053', 100));
  await submit(subgraph, malopolska, {}, paid('PL_1203053', 100));
  await submit(subgraph, malopolska, year, paid('PL_1203053', 100));
  const draft = await approve(subgraph, await assemble(subgraph, poland));
  await release(subgraph, malopolska, year);
  const unharmed = await approve(subgraph, await assemble(subgraph, poland));
  await publish(subgraph, draft);

  await release(subgraph, malopolska);

  const again = await approve(subgraph, await assemble(subgraph, poland));
  await release(subgraph, malopolska);
  for (const { id, version } of [unharmed, again])
    expect(await refusal(subgraph, 'publishRelease', { id, expectedVersion: version })).toMatchObject({
      guard: 'upToDate',
    });
});

it('refuses a draft of figures that their partner has replaced since', async () => {
  const wrong = await submit(subgraph, malopolska, {}, paid('PL_1203053', 100));
  await submit(subgraph, malopolska, {}, paid('PL_1203043', 100));
  const { id, version } = await approve(subgraph, await assemble(subgraph, malopolska));
  const em = subgraph.orm.em.fork();
  (await em.findOneOrFail(Submission, wrong.uuid)).replace();
  await em.flush();

  expect(await refusal(subgraph, 'publishRelease', { id, expectedVersion: version })).toMatchObject({
    guard: 'submissions',
  });
});

it('publishes one of many that would be told beside each other, however close they come', async () => {
  for (const one of [poland, malopolska]) await submit(subgraph, one, {}, paid('PL_1203053', 100));
  await submit(subgraph, slask, {}, paid('PL_2469011', 100));
  const rivals = [poland, malopolska, malopolska, poland];
  const drafts = await Promise.all(
    [...rivals, slask].map(async (one) => approve(subgraph, await assemble(subgraph, one))),
  );

  const answers = await Promise.all(
    drafts.map(({ id, version }) => subgraph.ask(PUBLISH, { input: { id, expectedVersion: version } })),
  );

  const became = answers.map(({ errors }) => (errors ? errors[0]?.extensions?.guard : 'published'));
  const winner = rivals[became.indexOf('published')];
  expect(became.slice(0, 4).toSorted()).toEqual(['published', 'upToDate', 'upToDate', 'upToDate']);
  expect(became[4]).toBe(winner === poland ? 'upToDate' : 'published');
  const rows = await subgraph.orm.em
    .fork()
    .execute('select sequence from release where sequence is not null order by 1');
  expect(rows).toEqual(rows.map((_, i) => ({ sequence: i + 1 })));
});

it.each([
  ['nothing was submitted', () => ({}), { code: 'CONFLICT', guard: 'submissions' }],
  ['the dataset is none', () => ({ dataset: 'NOTHING' }), { code: 'INVALID', field: 'dataset', value: 'NOTHING' }],
  ['the period is none', () => ({ period: 'soon' }), { code: 'INVALID', field: 'period' }],
  ['the network is none', () => ({ networkId: `Network_${v4()}` }), { code: 'NOT_FOUND', type: 'Network' }],
  ['the day is to come', () => ({ on: '2999-01-01' }), { code: 'INVALID', field: 'on' }],
])('assembles nothing where %s', async (_, facts, expected) => {
  const input = { networkId: malopolska.id, dataset: 'MANUFACTORIES', period: '2006-Q3', ...facts() };

  expect(await refusal(subgraph, 'assembleRelease', input)).toMatchObject(expected);
});

it('assembles nothing on a day before it was signed off', async () => {
  await submit(subgraph, malopolska, { signedOffOn: '2006-10-05' }, paid('PL_1203053', 100));
  const input = { networkId: malopolska.id, dataset: 'MANUFACTORIES', period: '2006-Q3', on: '2006-10-04' };

  expect(await refusal(subgraph, 'assembleRelease', input)).toMatchObject({ code: 'INVALID', field: 'on' });
});

it('takes each step from where it may be taken, and names the version that was seen', async () => {
  await submit(subgraph, malopolska, {}, paid('PL_1203053', 100));
  const draft = await assemble(subgraph, malopolska);
  const refused = (mutation: string, version: number, more = {}) =>
    refusal(subgraph, mutation, { id: draft.id, expectedVersion: version, ...more });

  expect(await refused('publishRelease', 1)).toMatchObject({ code: 'CONFLICT', guard: 'status', status: 'DRAFT' });
  expect(await refused('approveRelease', 1, { by: ' ' })).toMatchObject({ code: 'INVALID', field: 'by' });
  expect(await refused('approveRelease', 2, { by: 'Head' })).toMatchObject({ code: 'CONFLICT', version: 1 });
  await approve(subgraph, draft);
  expect(await refused('approveRelease', 2, { by: 'Head' })).toMatchObject({ guard: 'status', status: 'APPROVED' });
  await publish(subgraph, { ...draft, version: 2 });
  expect(await refused('publishRelease', 3)).toMatchObject({ guard: 'status', status: 'PUBLISHED' });
  expect(await refused('discardRelease', 3)).toMatchObject({ guard: 'status', status: 'PUBLISHED' });
});

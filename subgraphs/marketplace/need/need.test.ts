import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act, refusal } from '../../../test/kit/act.ts';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { answer, DRAFT, ENDED, service } from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { marketplace } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(
  (letter) => `Need_${letter.repeat(8)}-1111-4111-8111-111111111111`,
);
const uuid = (need: string | undefined): string => String(need).slice('Need_'.length);

/** A need is voiced in the cps subgraph; each a minute after the one before. */
let minute = 0;
const voice = (need: string | undefined, facts: object = {}) =>
  subgraph.deliver({
    type: 'hub.need.voiced.v1',
    subject: String(need),
    time: new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString(),
    data: { need, consultation: null, title: 'A need', activityCode: 'S90.20', territory: 'PL_1261011', ...facts },
  });
const suggested = async (arguments_ = '') => {
  const { services } = await read(subgraph, `{ services { nodes { suggestedNeeds${arguments_} { id } } } }`);
  return services.nodes.map((one: { suggestedNeeds: { id: string }[] }) => one.suggestedNeeds.map(({ id }) => id));
};
const toAnswer = async (territory?: string) => {
  const query = 'query ($territory: String) { needsToAnswer(territory: $territory) { id } }';
  return (await read(subgraph, query, { territory })).needsToAnswer.map(({ id }: { id: string }) => id);
};

it('suggests needs of the same division and place, within it or around it, the very class first, then the newest', async () => {
  await subgraph.given(service(v4(), 'play'));
  await voice(a);
  await voice(b, { activityCode: 'S90', territory: 'PL_1261011-D18' });
  await voice(c, { activityCode: 'S90.20', territory: 'PL' });
  await voice(d, { activityCode: 'S91.12' });
  await voice(e, { territory: 'PL_1203053' });

  expect(await suggested()).toEqual([[c, a, b]]);
  expect(await suggested('(first: 1)')).toEqual([[c]]);
});

it('lists a need of which nobody knows yet what would answer it, and suggests it for no service', async () => {
  await subgraph.given(service(v4(), 'play'));
  await voice(a, { activityCode: null });

  expect(await suggested()).toEqual([[]]);
  expect(await toAnswer('PL_1261011')).toEqual([a]);
});

it('hears of a need again when it changes, and once of each event', async () => {
  await subgraph.given(service(v4(), 'play'));
  const event = { type: 'hub.need.voiced.v1' as const, subject: String(a), id: v4() };
  const data = { need: a, title: 'A need', activityCode: 'S90.20', territory: 'PL' };

  await subgraph.deliver({ ...event, data });
  await voice(a, { activityCode: 'S91.12' });
  await subgraph.deliver({ ...event, data });

  expect(await suggested()).toEqual([[]]);
  expect(await toAnswer()).toEqual([a]);
});

it.each([{ need: 'Idea_1' }, { activityCode: 'X' }, { territory: 'Kraków' }, { title: null }])(
  'sets an event aside whose data is %j',
  async (facts) => {
    await subgraph.given();

    await expect(voice(a, facts)).rejects.toThrow('Its data is not what is consumed');
    expect(await toAnswer()).toEqual([]);
  },
);

it('answers a need and withdraws the answer: while it holds, the need is suggested and listed no more', async () => {
  const play = service(v4(), 'play');
  await subgraph.given(play);
  await voice(a);
  await voice(b);
  const both = [await suggested(), await toAnswer()];

  const made = await act(
    subgraph,
    'answerNeed',
    { serviceId: play.id, needId: a, on: '2026-01-02' },
    'id version answeredOn withdrawnOn need { id } service { name }',
  );
  const left = [await suggested(), await toAnswer()];
  const refused = await refusal(subgraph, 'answerNeed', { serviceId: play.id, needId: a });
  const [answered] = await readEntities(
    subgraph,
    'Need',
    [a as string],
    'answeredBy { totalCount nodes { service { name } } }',
  );
  await act(subgraph, 'withdrawAnswer', { id: made.id, expectedVersion: 1, on: '2026-02-01' }, 'version');
  const twice = await refusal(subgraph, 'withdrawAnswer', { id: made.id, expectedVersion: 2 });

  expect(both).toEqual([[[b, a]], [b, a]]);
  expect(made).toEqual({
    id: made.id,
    version: 1,
    answeredOn: '2026-01-02',
    withdrawnOn: null,
    need: { id: a },
    service: { name: 'play' },
  });
  expect(left).toEqual([[[b]], [b]]);
  expect(refused).toMatchObject({ code: 'CONFLICT', field: 'needId' });
  expect(answered).toEqual({ answeredBy: { totalCount: 1, nodes: [{ service: { name: 'play' } }] } });
  expect([await suggested(), await toAnswer()]).toEqual(both);
  expect(twice).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('2026-02-01') });
  expect((await subgraph.events()).map(({ subject }) => subject)).toEqual([play.id, play.id]);
  expect(await act(subgraph, 'answerNeed', { serviceId: play.id, needId: a }, 'version')).toEqual({ version: 1 });
});

it('lists what is to be answered in a territory and beneath it', async () => {
  await subgraph.given();
  await voice(a, { territory: 'PL' });
  await voice(b, { territory: 'PL_1261011-D18' });
  await voice(c, { territory: 'PL_1203053' });

  expect(await toAnswer('PL_1261011')).toEqual([b]);
  expect(await toAnswer('PL')).toEqual([c, b, a]);
});

it('refuses an answer by what has ended, to what is no need, and one withdrawn before it is given', async () => {
  const [play, ended] = [service(v4(), 'play'), service(v4(), 'ended', ENDED)];
  const given = answer(play, uuid(b));
  await subgraph.given(play, ended, given);

  const give = (input: object) => refusal(subgraph, 'answerNeed', { serviceId: play.id, needId: a, ...input });
  expect(await give({ serviceId: ended.id })).toMatchObject({ code: 'CONFLICT', status: 'ENDED' });
  expect(await give({ needId: play.id })).toMatchObject({ code: 'INVALID', field: 'needId' });
  expect(await give({ serviceId: a })).toMatchObject({ code: 'INVALID', field: 'serviceId' });
  expect(
    await refusal(subgraph, 'withdrawAnswer', { id: given.id, expectedVersion: 1, on: '2006-06-30' }),
  ).toMatchObject({
    code: 'INVALID',
    field: 'withdrawn_on',
  });
  expect(await subgraph.events()).toEqual([]);
});

it.each([1, 10, 1000])('reads who answers %i needs in one statement, and shows no drafts', async (many) => {
  const needs = Array.from({ length: many }, () => v4());
  const [play, draft] = [service(v4(), 'play'), service(v4(), 'draft', DRAFT)];
  await subgraph.given(play, draft, ...needs.flatMap((need) => [answer(play, need), answer(draft, need)]));

  const keys = [...needs, v4()].map((need) => `Need_${need}`);
  const found = await readEntities(subgraph, 'Need', keys, 'answeredBy { nodes { answeredOn } }');

  expect(found).toEqual([
    ...needs.map(() => ({ answeredBy: { nodes: [{ answeredOn: '2006-07-01' }] } })),
    { answeredBy: { nodes: [] } },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});

it.each([1, 10, 100])('reads the suggestions and the answers of %i services in two more statements', async (many) => {
  const services = Array.from({ length: many }, (_, i) => service(v4(), `play ${i}`));
  await subgraph.given(...services, ...services.map((one) => answer(one, uuid(b))));
  await voice(a);
  await voice(b);

  const data = await read(
    subgraph,
    '{ services(first: 100) { nodes { suggestedNeeds { id } answers { nodes { need { id } } } } } }',
  );

  expect(data.services.nodes).toEqual(
    services.map(() => ({ suggestedNeeds: [{ id: a }], answers: { nodes: [{ need: { id: b } }] } })),
  );
  expect(subgraph.sql).toHaveLength(3);
});

it('finds nothing that answers what is no need, and refuses too long a list', async () => {
  await subgraph.given(service(v4(), 'play'));

  expect(await readEntities(subgraph, 'Need', [`Idea_${v4()}`], 'answeredBy { totalCount }')).toEqual([
    { answeredBy: null },
  ]);
  for (const query of [
    '{ needsToAnswer(first: 101) { id } }',
    '{ services { nodes { suggestedNeeds(first: 101) { id } } } }',
  ]) {
    expect((await subgraph.ask(query)).errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'first' });
  }
});

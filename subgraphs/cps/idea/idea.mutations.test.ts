import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { keyToUuid } from '../../../shared/register/key.ts';
import { act, load, read } from '../../../test/kit/ask.ts';
import { idea, supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);
const FIELDS = `id title need status submittedOn decidedOn verifiedOn rejectedOn rejectionReason
  needAssessment marketAssessment version territory { code } supportCentre { name }`;

it("takes an idea in the centre's name and territory, and tells the others", async () => {
  const centre = supportCentre('CPS');
  await subgraph.given(centre);
  const input = { supportCentreId: centre.id, title: 'Puppets', need: 'Sundays', on: '2026-03-02' };

  const { row } = await act(subgraph, 'submitIdea', input, FIELDS);

  expect(row).toMatchObject({
    title: 'Puppets',
    status: 'SUBMITTED',
    submittedOn: '2026-03-02',
    decidedOn: null,
    version: 1,
    territory: { code: 'PL_1261011' },
    supportCentre: { name: 'CPS' },
  });
  expect(await subgraph.events()).toEqual([
    {
      type: 'hub.idea.submitted.v1',
      subject: row?.id,
      data: { idea: row?.id, title: 'Puppets', status: 'SUBMITTED', on: '2026-03-02' },
    },
  ]);
});

it('takes an idea today where no day is named', async () => {
  const centre = supportCentre('CPS');
  await subgraph.given(centre);
  const before = new Date().toISOString().slice(0, 10);

  const input = { supportCentreId: centre.id, title: 'Puppets', need: 'Sundays', territory: 'PL_1261011-D18' };
  const { row } = await act(subgraph, 'submitIdea', input, FIELDS);

  expect([before, new Date().toISOString().slice(0, 10)]).toContain(row?.submittedOn);
  expect(row?.territory).toEqual({ code: 'PL_1261011-D18' });
});

it('verifies an idea against need and market, and rejects another for a reason: the decision can be read', async () => {
  const centre = supportCentre('CPS');
  const [puppets, casino] = [idea(centre, 'Puppets'), idea(centre, 'Casino')];
  await subgraph.given(centre, puppets, casino);
  const edit = { expectedVersion: 1, on: '2005-06-01' };
  const assessments = { needAssessment: 'Asked for', marketAssessment: 'Sells' };

  const verified = await act(subgraph, 'verifyIdea', { ...edit, id: puppets.id, ...assessments }, FIELDS);
  const rejected = await act(subgraph, 'rejectIdea', { ...edit, id: casino.id, reason: 'Harms' }, FIELDS);

  expect(verified.row).toMatchObject({ status: 'VERIFIED', decidedOn: '2005-06-01', ...assessments, version: 2 });
  expect(rejected.row).toMatchObject({ status: 'REJECTED', decidedOn: '2005-06-01', rejectionReason: 'Harms' });
  expect(await subgraph.events()).toEqual([
    {
      type: 'hub.idea.verified.v1',
      subject: puppets.id,
      data: { idea: puppets.id, title: 'Puppets', status: 'VERIFIED', on: '2005-06-01' },
    },
    {
      type: 'hub.idea.rejected.v1',
      subject: casino.id,
      data: { idea: casino.id, title: 'Casino', status: 'REJECTED', on: '2005-06-01' },
    },
  ]);
});

it.each([
  ['verifyIdea', { needAssessment: ' ', marketAssessment: 'Sells' }, 'needAssessment'],
  ['verifyIdea', { needAssessment: 'Asked for', marketAssessment: '' }, 'marketAssessment'],
  ['verifyIdea', { needAssessment: 'a', marketAssessment: 'b', on: '2005-04-30' }, 'verified_on'],
  ['rejectIdea', { reason: '  ' }, 'rejection_reason'],
  ['rejectIdea', { reason: 'Harms', on: '2005-04-30' }, 'rejected_on'],
])('refuses %s with %j, names the field, and changes and tells nothing', async (mutation, input, field) => {
  const centre = supportCentre('CPS');
  const puppets = idea(centre, 'Puppets');
  await subgraph.given(centre, puppets);

  const edit = { id: puppets.id, expectedVersion: 1, on: '2005-06-01' };
  const { code, facts } = await act(subgraph, mutation, { ...edit, ...input });

  expect({ code, facts }).toEqual({ code: 'INVALID', facts: expect.objectContaining({ field }) });
  const query = 'query ($id: ID!) { idea(id: $id) { status version } }';
  expect((await read(subgraph, query, { id: puppets.id })).idea).toEqual({ status: 'SUBMITTED', version: 1 });
  expect(await subgraph.events()).toEqual([]);
});

it.each([
  [`SupportCentre_${v4()}`, 'NOT_FOUND'],
  [`Idea_${v4()}`, 'INVALID'],
  ['SupportCentre_1', 'INVALID'],
])('refuses an idea for the centre %s with %s', async (supportCentreId, expected) => {
  await subgraph.given();

  const { code } = await act(subgraph, 'submitIdea', { supportCentreId, title: 'Puppets', need: 'Sundays' });

  expect(code).toBe(expected);
});

it('tells of imported ideas as if they had been brought and decided on here, and of nothing twice', async () => {
  const header =
    'key,support_centre,title,need,status,submitted_on,verified_on,rejected_on,rejection_reason,need_assessment,market_assessment,territory,source';
  const line = (key: string, decision: string) => `${key},cps,${key},Need,${decision},,,PL_1261011,`;
  const centre = ['key,organisation,name,hosted_by,host_unit,territory,source', 'cps,norwid/cps,CPS,,,PL_1261011,'];
  const told = async () => (await subgraph.events()).map(({ type, subject }) => [type.split('.')[2], subject]);
  const [a, b, c] = ['a', 'b', 'c'].map((key) => `Idea_${keyToUuid(`cps/${key}`)}`);
  await subgraph.given();
  await load(subgraph, 'importSupportCentres', 'cps', ...centre);

  const first = [line('a', 'VERIFIED,2005-05-01,2005-06-01,,'), line('b', 'SUBMITTED,2005-05-01,,,')];
  await load(subgraph, 'importIdeas', 'cps', header, ...first, line('c', 'REJECTED,2005-05-01,,,No'));
  const added = [
    ['submitted', a],
    ['verified', a],
    ['submitted', b],
    ['submitted', c],
    ['rejected', c],
  ];
  expect(await told()).toEqual(added);

  await load(subgraph, 'importIdeas', 'cps', header, ...first);
  expect(await told()).toEqual(added);

  await load(subgraph, 'importIdeas', 'cps', header, line('a', 'VERIFIED,2005-05-01,2005-06-02,,'));
  await load(subgraph, 'importIdeas', 'cps', header, line('b', 'VERIFIED,2005-05-01,2005-06-01,,'));
  expect(await told()).toEqual([...added, ['verified', b]]);

  await load(
    subgraph,
    'importIdeas',
    'cps',
    header,
    line('d', 'VERIFIED,2005-05-01,2005-06-01,,'),
    line('e', 'BAD,,,,'),
  );
  expect(await told()).toHaveLength(6);
});

import { beforeEach, expect, it } from '@jest/globals';
import { act, read, readEntities } from '../../../test/kit/ask.ts';
import { consultation, need, supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { type Consultation, ConsultationStatus } from '../consultation/consultation.ts';
import { cps } from '../subgraph.ts';
import type { SupportCentre } from '../support-centre/support-centre.ts';

const subgraph = new SubgraphUnderTest(cps);
let centre: SupportCentre;
let asked: Consultation;
beforeEach(() => {
  centre = supportCentre('CPS');
  asked = consultation(centre, 'What is missing?', { status: ConsultationStatus.OPEN });
});

it.each([
  ['', ['theatre', 'trips', 'play']],
  ['(orderBy: TITLE_ASC)', ['play', 'theatre', 'trips']],
  ['(filter: { territory: "PL_1261011-D18" })', ['theatre']],
  ['(filter: { activityCode: "S93.29" })', ['trips', 'play']],
])('lists and counts the needs%s', async (args, expected) => {
  await subgraph.given(
    centre,
    asked,
    need(asked, 'theatre', { voicedOn: '2005-05-04', activityCode: 'S90.20' }, 'PL_1261011-D18'),
    need(asked, 'trips', { voicedOn: '2005-05-03', activityCode: 'S93.29' }),
    need(asked, 'play', { activityCode: 'S93.29' }),
  );

  const { needs } = await read(subgraph, `{ needs${args} { totalCount nodes { title } } }`);

  expect(needs.nodes.map(({ title }: { title: string }) => title)).toEqual(expected);
  expect(needs.totalCount).toBe(expected.length);
});

it('voices a need where the consultation was held, can be found by its key, and tells the others', async () => {
  await subgraph.given(centre, asked);
  const input = { title: 'Theatre', description: 'None here.', activityCode: 'S90.20', on: '2005-05-09' };

  const { row } = await act(subgraph, 'voiceNeed', { ...input, consultationId: asked.id });
  const found = await readEntities(
    subgraph,
    'Need',
    [row?.id],
    'title voicedOn activity { scheme code } territory { code } consultation { question }',
  );

  expect(found).toEqual([
    {
      title: 'Theatre',
      voicedOn: '2005-05-09',
      activity: { scheme: 'NACE2.1', code: 'S90.20' },
      territory: { code: 'PL_1261011' },
      consultation: { question: 'What is missing?' },
    },
  ]);
  const data = { title: 'Theatre', activityCode: 'S90.20', territory: 'PL_1261011' };
  expect(await subgraph.events()).toEqual([
    { type: 'hub.need.voiced.v1', subject: row?.id, data: { need: row?.id, consultation: asked.id, ...data } },
  ]);
});

it('refuses an activity that is no class of NACE, and tells nothing', async () => {
  await subgraph.given(centre, asked);
  const input = { consultationId: asked.id, title: 'Theatre', description: 'None here.', activityCode: '90.20' };

  expect((await act(subgraph, 'voiceNeed', input)).code).toBe('INVALID');
  expect(await subgraph.events()).toEqual([]);
});

import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act, read } from '../../../test/kit/ask.ts';
import { consultation, need, supportCentre } from '../../../test/kit/given-cps.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';
import type { SupportCentre } from '../support-centre/support-centre.ts';
import { ConsultationStatus } from './consultation.ts';
import { ConsultationAnswer } from './consultation-answer.ts';

const subgraph = new SubgraphUnderTest(cps);
let centre: SupportCentre;
beforeEach(() => {
  centre = supportCentre('CPS');
});
const OPEN = { status: ConsultationStatus.OPEN };
const SECRET = 'My neighbour Jan drinks';

it('takes answers while it is open, counts them, and shows what they say to nobody', async () => {
  const asked = consultation(centre, 'What is missing?', OPEN);
  await subgraph.given(centre, asked);
  const answer = (text: string) =>
    act(subgraph, 'answerConsultation', { consultationId: asked.id, answer: text }, 'id answerCount version');

  await answer(SECRET);
  const { row } = await answer('A theatre');
  const { sdl } = await cps.build();

  expect(row).toEqual({ id: asked.id, answerCount: 2, version: 1 });
  const stored = await subgraph.orm.em.fork().find(ConsultationAnswer, {}, { orderBy: { answer: 'desc' } });
  expect(stored.map((one) => [one.answer, one.organisationId])).toEqual([
    [SECRET, centre.organisationId],
    ['A theatre', centre.organisationId],
  ]);
  expect(sdl).not.toMatch(/type ConsultationAnswer|answers?[:(]\s*\[/);
  expect(JSON.stringify(await subgraph.events())).not.toContain('Jan');
});

it('counts an answer once that is sent again with the same key', async () => {
  const asked = consultation(centre, 'What is missing?', OPEN);
  await subgraph.given(centre, asked);
  const input = { consultationId: asked.id, answer: 'A theatre', idempotencyKey: v4() };

  await act(subgraph, 'answerConsultation', input);
  const { row } = await act(subgraph, 'answerConsultation', input, 'answerCount');

  expect(row).toEqual({ answerCount: 1 });
});

it.each([
  ['that is empty', { answer: '' }, 'INVALID', 'answer'],
  ['of 2001 characters', { answer: 'x'.repeat(2001) }, 'INVALID', 'answer'],
  ['from no territory', { territory: 'Kraków' }, 'INVALID', 'territory'],
  ['to a need', { consultationId: `Need_${v4()}` }, 'INVALID', 'consultationId'],
  ['to no consultation', { consultationId: `Consultation_${v4()}` }, 'NOT_FOUND', undefined],
])('refuses an answer %s', async (_, facts, code, field) => {
  const asked = consultation(centre, 'What is missing?', OPEN);
  await subgraph.given(centre, asked);

  const refused = await act(subgraph, 'answerConsultation', { consultationId: asked.id, answer: 'A', ...facts });

  expect(refused.code).toBe(code);
  if (field) expect(refused.facts).toMatchObject({ field });
  const { consultations } = await read(subgraph, '{ consultations { nodes { answerCount } } }');
  expect(consultations.nodes).toEqual([{ answerCount: 0 }]);
});

it.each([
  ['answerConsultation', { answer: 'A theatre' }, ['OPEN']],
  ['voiceNeed', { title: 'Theatre', description: 'None here.' }, ['OPEN', 'CLOSED']],
])('lets `%s` in with %j when it is %j, and never else', async (mutation, input, when) => {
  const done = { report: 'Much.', reportedOn: '2005-07-01' };
  for (const status of Object.values(ConsultationStatus)) {
    centre = supportCentre('CPS');
    const asked = consultation(centre, 'What?', { status, ...(status === 'REPORTED' ? done : {}) });
    await subgraph.given(centre, asked);

    const { code } = await act(subgraph, mutation, { ...input, consultationId: asked.id }, 'id');

    expect([status, code]).toEqual([status, when.includes(status) ? undefined : 'CONFLICT']);
  }
});

it('tells each change with the status that came of it', async () => {
  await subgraph.given(centre);
  const plan = { supportCentreId: centre.id, question: 'What?', opensOn: '2026-03-02', closesOn: '2026-03-20' };

  const { row } = await act(subgraph, 'planConsultation', plan);
  const id = row?.id;
  await act(subgraph, 'openConsultation', { id, expectedVersion: 1, on: '2026-03-03' });
  await act(subgraph, 'closeConsultation', { id, expectedVersion: 2, on: '2026-03-19' });
  const report = { report: 'Much.', on: '2026-04-01' };
  const reported = await act(
    subgraph,
    'reportConsultation',
    { id, expectedVersion: 3, ...report },
    'report opensOn closesOn',
  );

  expect(reported.row).toEqual({ report: 'Much.', opensOn: '2026-03-03', closesOn: '2026-03-19' });
  expect(await subgraph.events()).toEqual(
    ['PLANNED', 'OPEN', 'CLOSED', 'REPORTED'].map((status) => ({
      type: 'hub.consultation.changed.v1',
      subject: id,
      data: { consultation: id, status, territory: 'PL_1261011' },
    })),
  );
});

it.each([1, 10, 100])(
  'reads %i consultations with their needs and numbers of answers in four statements',
  async (many) => {
    const asked = Array.from({ length: many }, (_, i) => consultation(centre, `Question ${i}`));
    const needs = asked.flatMap((one, i) => [
      need(one, `late ${i}`, { voicedOn: '2005-05-09' }),
      need(one, `early ${i}`),
    ]);
    await subgraph.given(centre, ...asked, ...needs);

    const { consultations } = await read(
      subgraph,
      '{ consultations(first: 100) { nodes { question answerCount needs { nodes { title } } supportCentre { name } } } }',
    );

    expect(consultations.nodes).toHaveLength(many);
    for (const { question, needs } of consultations.nodes) {
      const i = question.slice('Question '.length);
      expect(needs.nodes).toEqual([{ title: `early ${i}` }, { title: `late ${i}` }]);
    }
    expect(subgraph.sql).toHaveLength(4);
  },
);

it.each([
  ['closes before it opens', { closesOn: '2005-04-30' }, 'closes_on'],
  ['is open and has a report', { ...OPEN, report: 'Much.' }, 'report'],
  ['is reported without a report', { status: ConsultationStatus.REPORTED, reportedOn: '2005-07-01' }, 'report'],
  ['is reported on no day', { status: ConsultationStatus.REPORTED, report: 'Much.' }, 'reported_on'],
  [
    'is reported while it is open',
    { status: ConsultationStatus.REPORTED, report: 'x', reportedOn: '2005-05-30' },
    'reported_on',
  ],
])('refuses a consultation that %s', (_, facts, field) => {
  expect(refusedField(consultation(centre, 'What?', facts))).toBe(field);
});

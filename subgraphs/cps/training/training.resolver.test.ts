import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act, read } from '../../../test/kit/ask.ts';
import { supportCentre, training } from '../../../test/kit/given-cps.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';
import type { SupportCentre } from '../support-centre/support-centre.ts';
import { TrainingStatus, TrainingTopic } from './training.ts';

const subgraph = new SubgraphUnderTest(cps);
let centre: SupportCentre;
beforeEach(() => {
  centre = supportCentre('CPS');
});
const PLAN = { topic: 'MARKET', title: 'Prices', hours: '7.5', startsOn: '2026-03-02', endsOn: '2026-03-04' };

it.each([
  ['{}', ['grants', 'prices', 'tours']],
  ['{ status: RUNNING }', ['grants']],
  ['{ topic: MARKET }', ['prices', 'tours']],
  ['{ territory: "PL_1261011-D18", topic: MARKET }', ['tours']],
])('lists and counts the trainings of the filter %s, the newest first', async (filter, expected) => {
  await subgraph.given(
    centre,
    training(centre, 'tours', { startsOn: '2006-01-02' }, 'PL_1261011-D18'),
    training(centre, 'prices', { startsOn: '2006-01-03' }),
    training(centre, 'grants', {
      startsOn: '2006-01-04',
      topic: TrainingTopic.GRANTS,
      status: TrainingStatus.RUNNING,
    }),
  );

  const { trainings } = await read(subgraph, `{ trainings(filter: ${filter}) { totalCount nodes { title } } }`);

  expect(trainings.nodes.map(({ title }: { title: string }) => title)).toEqual(expected);
  expect(trainings.totalCount).toBe(expected.length);
});

it('plans a training for a manufactory, and tells its real days and hours once it is over', async () => {
  const manufactoryId = `Manufactory_${v4()}`;
  await subgraph.given(centre);

  const planned = await act(
    subgraph,
    'planTraining',
    { ...PLAN, supportCentreId: centre.id, manufactoryId },
    'id status hours manufactory { id } territory { code }',
  );
  const id = planned.row?.id;
  await act(subgraph, 'startTraining', { id, expectedVersion: 1, on: '2026-03-03', endsOn: '2026-03-06' });
  const completed = await act(
    subgraph,
    'completeTraining',
    { id, expectedVersion: 2, on: '2026-03-05', hours: '8.25' },
    'status startsOn endsOn hours',
  );

  expect(planned.row).toMatchObject({ status: 'PLANNED', hours: '7.50', manufactory: { id: manufactoryId } });
  expect(completed.row).toEqual({ status: 'COMPLETED', startsOn: '2026-03-03', endsOn: '2026-03-05', hours: '8.25' });
});

it.each([
  [{ hours: '7.3' }, 'hours'],
  [{ hours: '0.00' }, 'hours'],
  [{ hours: '-1' }, 'hours'],
  [{ hours: '10000' }, 'hours'],
  [{ endsOn: '2026-03-01' }, 'ends_on'],
  [{ title: ' ' }, 'title'],
  [{ manufactoryId: `Idea_${v4()}` }, 'manufactoryId'],
  [{ territory: 'PL_126101' }, 'territory'],
])('refuses to plan a training with %j, and names the field', async (facts, field) => {
  await subgraph.given(centre);

  const { code, facts: named } = await act(subgraph, 'planTraining', {
    ...PLAN,
    supportCentreId: centre.id,
    ...facts,
  });

  expect({ code, named }).toEqual({ code: 'INVALID', named: expect.objectContaining({ field }) });
  expect((await read(subgraph, '{ trainings { totalCount } }')).trainings.totalCount).toBe(0);
});

it('says that a training which starts behind its last day needs a later one', async () => {
  const late = training(centre, 'late');
  await subgraph.given(centre, late);

  const { message } = await act(subgraph, 'startTraining', { id: late.id, expectedVersion: 1, on: '2006-04-01' });

  expect(message).toBe('A training cannot end (2006-03-03) before it starts (2006-04-01). Name a later last day.');
});

it.each([
  ['is cancelled on no day', { status: TrainingStatus.CANCELLED, cancellationReason: 'Ill' }, 'cancelled_on'],
  [
    'is cancelled for no reason',
    { status: TrainingStatus.CANCELLED, cancelledOn: '2006-03-01' },
    'cancellation_reason',
  ],
  ['runs and was cancelled', { status: TrainingStatus.RUNNING, cancelledOn: '2006-03-01' }, 'cancelled_on'],
  ['is planned and has a reason', { cancellationReason: 'Ill' }, 'cancellation_reason'],
])('refuses a training that %s', (_, facts, field) => {
  expect(refusedField(training(centre, 'Prices', facts))).toBe(field);
});

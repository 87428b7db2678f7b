import { expect, it } from '@jest/globals';
import { task, Workshop } from '../../test/events/workshop.ts';
import { OutboxEvent } from './outbox-event.ts';
import { record } from './record.ts';

const workshop = new Workshop();
const outbox = () => workshop.em.find(OutboxEvent, {}, { orderBy: { position: 'asc' } });
const started = (subject: string) => ({ type: 'hub.workshop.started.v1' as const, subject, data: { by: 'hand' } });

it('stores a CloudEvent with the change that it tells of', async () => {
  const sawing = task('saw');
  await workshop.em.transactional(async (em) => {
    em.persist(sawing);
    record(em, started(sawing.id));
  });

  expect(await outbox()).toEqual([
    expect.objectContaining({
      specversion: '1.0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      source: '/subgraphs/workshop',
      type: 'hub.workshop.started.v1',
      subject: sawing.id,
      time: expect.any(Date),
      datacontenttype: 'application/json',
      data: { by: 'hand' },
      publishedAt: null,
    }),
  ]);
});

it('leaves no event of a change that was rolled back', async () => {
  const change = workshop.em.transactional(async (em) => {
    em.persist(task('saw'));
    record(em, started('Task_1'));
    await em.flush();
    throw new Error('The saw broke.');
  });

  await expect(change).rejects.toThrow('The saw broke.');
  expect(await outbox()).toEqual([]);
});

it('does not flush what its caller has not finished', async () => {
  const em = workshop.em;
  record(em, started('Task_1'));

  expect(await outbox()).toEqual([]);

  await em.flush();

  expect(await outbox()).toHaveLength(1);
});

it('keeps the order in which a flush recorded', async () => {
  const em = workshop.em;
  const subjects = Array.from({ length: 500 }, (_, i) => `Task_${i}`);
  for (const subject of subjects) record(em, started(subject));
  await em.flush();

  expect((await outbox()).map(({ subject }) => subject)).toEqual(subjects);
});

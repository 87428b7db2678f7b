import { expect, it } from '@jest/globals';
import { Workshop } from '../../test/events/workshop.ts';
import { InboxEvent } from './inbox.ts';
import { OutboxEvent } from './outbox-event.ts';
import { record } from './record.ts';
import { tidy } from './tidy.ts';

const workshop = new Workshop();

it('forgets what was published or handled long ago, and nothing that was not published', async () => {
  const em = workshop.em;
  for (const subject of ['Task_old', 'Task_new', 'Task_waiting']) {
    record(em, { type: 'hub.workshop.started.v1', subject, data: {} });
  }
  await em.flush();
  await em.execute(`update outbox set time = '2006-01-01', published_at = case subject
    when 'Task_old' then now() - interval '91 days' when 'Task_new' then now() - interval '89 days' end`);
  await em.execute(`insert into inbox (id, time) values (gen_random_uuid(), now() - interval '91 days'),
    (gen_random_uuid(), now() - interval '89 days')`);

  await tidy(workshop.em);

  expect((await workshop.em.find(OutboxEvent, {})).map(({ subject }) => subject).sort()).toEqual([
    'Task_new',
    'Task_waiting',
  ]);
  expect(await workshop.em.count(InboxEvent)).toBe(1);
});

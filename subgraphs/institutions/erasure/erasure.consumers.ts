import { z } from 'zod';
import { type Consumer, consumer } from '../../../shared/events/consumer.ts';
import { eraseWork } from './erase-work.ts';

export const erasureConsumers: Consumer[] = [
  consumer({
    type: 'hub.person.erasure-requested.v1',
    schema: z.object({ hostPseudonym: z.uuid() }),
    handle: (em, { subject }, { hostPseudonym }) => eraseWork(em, subject, hostPseudonym),
  }),
];

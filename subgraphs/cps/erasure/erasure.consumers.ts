import { z } from 'zod';
import { type Consumer, consumer } from '../../../shared/events/consumer.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import { Erasure } from './erasure.ts';
import { ErasureStatus } from './erasure-part.ts';

/** What partners answer to an erasure. Of one that a restored database does not know, nothing is noted. */
export const erasureConsumers: Consumer[] = [
  consumer({
    type: 'hub.person.erased.v1',
    schema: z.object({ status: z.enum([ErasureStatus.KEPT_BY_LAW, ErasureStatus.ERASED]) }),
    async handle(em, { subject, time }, { status }) {
      const uuid = uuidOf('Erasure', subject);
      const erasure = uuid && (await em.findOne(Erasure, { uuid }));
      if (erasure) erasure.heardOfHosts(status, new Date(time));
    },
  }),
];

import { z } from 'zod';
import { NACE } from '../../../shared/classification/code-list.ts';
import { consumer } from '../../../shared/events/consumer.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import { findTerritory } from '../../../shared/territory/territory.ts';
import { KnownNeed } from './known-need.ts';

/** Remembers needs that were voiced, so that services can be suggested for them. */
export const needVoiced = consumer({
  type: 'hub.need.voiced.v1',
  schema: z.object({
    need: z.string().transform((id, context) => {
      const uuid = uuidOf('Need', id);
      if (uuid) return uuid;
      context.addIssue(`${id} is no id of a Need`);
      return z.NEVER;
    }),
    title: z.string(),
    activityCode: z
      .string()
      .refine((code) => NACE.has(code), 'is no class of NACE 2.1')
      .nullable(),
    territory: z.string().refine((code) => findTerritory(code) !== null, 'is no territory'),
  }),
  handle: async (em, { time }, { need, title, activityCode, territory }) => {
    const territoryPath = findTerritory(territory)?.path ?? '';
    const known = (await em.findOne(KnownNeed, need)) ?? new KnownNeed();
    em.persist(Object.assign(known, { uuid: need, title, activityCode, territoryPath, voicedAt: new Date(time) }));
  },
});

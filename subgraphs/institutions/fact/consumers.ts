import { z } from 'zod';
import { type Consumer, consumer } from '../../../shared/events/consumer.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import { KnownAdvice, KnownIdea, KnownIncentive } from './known-facts.ts';

/** The uuid in a global id of the type. */
const idOf = (type: string) =>
  z
    .string()
    .refine((id) => uuidOf(type, id) !== null, `is no id of ${type}`)
    .transform((id) => uuidOf(type, id) as string);

const incentive = z.object({ incentive: idOf('Incentive'), manufactory: idOf('Manufactory') });

/** What the other partners tell, which a manufactory's next step may depend on. */
export const consumers: Consumer[] = [
  consumer({
    type: 'hub.idea.verified.v1',
    schema: z.object({ idea: idOf('Idea'), on: z.iso.date() }),
    async handle(em, _event, { idea, on }) {
      await em.upsert(KnownIdea, { id: idea, verifiedOn: on });
    },
  }),
  consumer({
    type: 'hub.idea.rejected.v1',
    schema: z.object({ idea: idOf('Idea') }),
    async handle(em, _event, { idea }) {
      await em.nativeDelete(KnownIdea, { id: idea });
    },
  }),
  consumer({
    type: 'hub.incentive.awarded.v1',
    schema: incentive,
    async handle(em, _event, { incentive, manufactory }) {
      const award = { id: incentive, manufactoryId: manufactory, revoked: false };
      await em.upsert(KnownIncentive, award, { onConflictAction: 'ignore' }); // what was revoked stays so
    },
  }),
  consumer({
    type: 'hub.incentive.revoked.v1',
    schema: incentive,
    async handle(em, _event, { incentive, manufactory }) {
      await em.upsert(KnownIncentive, { id: incentive, manufactoryId: manufactory, revoked: true });
    },
  }),
  consumer({
    type: 'hub.legal-form.advised.v1',
    schema: z.object({
      advice: idOf('LegalFormAdvice'),
      manufactory: idOf('Manufactory'),
      legalForm: z.string(),
      advisedOn: z.iso.date(),
    }),
    async handle(em, _event, { advice, manufactory, legalForm, advisedOn }) {
      await em.upsert(KnownAdvice, { id: advice, manufactoryId: manufactory, legalForm, advisedOn });
    },
  }),
];

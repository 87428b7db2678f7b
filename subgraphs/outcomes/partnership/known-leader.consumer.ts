import { z } from 'zod';
import { consumer } from '../../../shared/events/consumer.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import { KnownLeader } from './known-leader.ts';

const idOf = (type: string) =>
  z
    .string()
    .refine((id) => uuidOf(type, id) !== null, `is no id of ${type}`)
    .transform((id) => uuidOf(type, id) as string);

/** Who led goes, and who leads comes, in whatever order it is heard of. */
export const leaderChanged = consumer({
  type: 'hub.partner.changed.v1',
  schema: z.object({
    partnership: idOf('Partnership'),
    organisation: idOf('Organisation'),
    role: z.string(),
    status: z.string(),
  }),
  async handle(em, _event, { partnership: id, organisation: organisationId, role, status }) {
    if (role !== 'LEADER') return;
    if (status === 'ACCEPTED') await em.upsert(KnownLeader, { id, organisationId });
    else await em.nativeDelete(KnownLeader, { id, organisationId });
  },
});

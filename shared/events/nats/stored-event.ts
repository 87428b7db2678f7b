import type { StoredMsg } from '@nats-io/jetstream';
import { z } from 'zod';
import type { CloudEvent } from '../cloud-event.ts';

/** What a reader relies on. Whoever reaches the server may write to the stream, so it is not taken on trust. */
const EVENT = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  data: z.record(z.string(), z.unknown()),
}) satisfies z.ZodType<CloudEvent>;

/** The event that a message holds, or why it holds none. */
export function eventIn(message: StoredMsg): { event: CloudEvent } | { reason: string } {
  try {
    const parsed = EVENT.safeParse(message.json());
    if (parsed.success) return { event: parsed.data };
    const [issue] = parsed.error.issues;
    return { reason: `${issue?.path.join('.')}: ${issue?.message}` };
  } catch {
    return { reason: 'not valid JSON' };
  }
}

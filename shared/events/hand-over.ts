import type { EntityManager } from '@mikro-orm/postgresql';
import { type ZodType, z } from 'zod';
import type { CloudEvent } from './cloud-event.ts';
import type { Consumer } from './consumer.ts';
import { reasonOf } from './loop.ts';

/** An event could not have its effect, for a reason that lies in the event or in its consumer. */
export class HandOverFailed extends Error {
  /** Whether it would fail in the same way again. */
  readonly forGood: boolean;

  constructor(reason: string, forGood: boolean, cause: unknown) {
    super(reason, { cause });
    this.name = new.target.name;
    this.forGood = forGood;
  }
}

/**
 * Hands an event to its consumers, all in one transaction with the inbox: it has its effect once, however often it
 * comes. `also` joins the transaction. Throws HandOverFailed where a consumer cannot take it.
 */
export async function handOver(
  root: EntityManager,
  consumers: Consumer[],
  event: CloudEvent,
  also?: (em: EntityManager) => Promise<void>,
): Promise<void> {
  const takers = consumers.filter(({ type }) => type === event.type);
  let begun = false;
  try {
    await root.fork().transactional(async (em) => {
      if (takers.length > 0 && (await isFirst(em, event))) {
        begun = true;
        for (const taker of takers) await taker.handle(em, event, parse(taker.schema, event));
      }
      await also?.(em);
    });
  } catch (error) {
    if (!begun || error instanceof HandOverFailed) throw error;
    throw new HandOverFailed(reasonOf(error), false, error); // what was persisted may be refused as late as the commit
  }
}

/** Enters the event into the inbox; false where it is there. Waits for whoever is handling it at the same time. */
export async function isFirst(em: EntityManager, { id }: CloudEvent): Promise<boolean> {
  const entered = await em.execute('insert into inbox (id) values (?) on conflict do nothing returning id', [id]);
  return entered.length > 0;
}

function parse(schema: ZodType, { data }: CloudEvent): unknown {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new HandOverFailed(`Its data is not what is consumed: ${z.prettifyError(parsed.error)}`, true, parsed.error);
}

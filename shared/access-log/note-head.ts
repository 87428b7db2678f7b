import type { MikroORM } from '@mikro-orm/postgresql';
import { asSystem } from '../database/row-security/on-behalf.ts';
import { log } from '../log/log.ts';
import { runIn } from './people.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Writes the head of the access log into the log of the process, now and each day: who cuts the log off, or writes it
 * anew, would have to change that, too. Gives what ends it.
 */
export function noteHeads(orm: MikroORM, subgraph: string): () => void {
  const note = (): void => {
    asSystem(() =>
      runIn(orm.em)<{ head: string }>(
        `select seq || ':' || hash as head from access_log order by seq desc limit 1`,
        [],
      ),
    )
      .then(([last]) => last && log.info('head of the access log', { subgraph, head: last.head }))
      .catch(() => log.warn('the head of the access log cannot be read', { subgraph }));
  };
  note();
  const timer = setInterval(note, DAY_MS).unref();
  return () => clearInterval(timer);
}

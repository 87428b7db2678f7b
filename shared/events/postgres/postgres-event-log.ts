import pg from 'pg';
import { CLOUD_EVENT_COLUMNS, type CloudEvent, type CloudEventRow, toCloudEvent } from '../cloud-event.ts';
import { type EventLog, type PositionedEvent, PositionLost } from '../event-log.ts';
import { CONNECTION, ListeningConnection } from '../listening-connection.ts';
import { startLoop } from '../loop.ts';

/** Identities are given in the order of the batch. */
const PUBLISH = `
  insert into event (${CLOUD_EVENT_COLUMNS})
  select e->>'specversion', (e->>'id')::uuid, e->>'source', e->>'type', e->>'subject', (e->>'time')::timestamptz,
    e->>'datacontenttype', e->'data'
  from jsonb_array_elements($1::jsonb) with ordinality as batch (e, n)
  order by n
  on conflict (id) do nothing`;

/** One statement, so that what is read and what is known to be pruned are of one moment. */
const READ = `
  select pruned_through, greatest(pruned_through, (select max(position) from event)) as newest, event.*
  from event_retention left join lateral (
    select position, ${CLOUD_EVENT_COLUMNS} from event where position > $1 order by position limit $2
  ) as event on true
  order by position`;

const NEWEST = `
  select greatest(pruned_through, (select max(position) from event)) as newest from event_retention`;

/** The log as a table of PostgreSQL: see create-event-log.ts for what keeps its promises. */
export class PostgresEventLog implements EventLog {
  readonly name = 'postgresql';
  readonly #url: string;
  readonly #pool: pg.Pool;

  constructor(url: string) {
    this.#url = url;
    this.#pool = new pg.Pool({ connectionString: url, max: 2, ...CONNECTION });
    this.#pool.on('error', () => undefined); // a lost idle connection; the next query makes another
  }

  async publish(events: CloudEvent[]): Promise<void> {
    await this.#pool.query(PUBLISH, [JSON.stringify(events)]);
  }

  async read(after: bigint, limit: number): Promise<PositionedEvent[]> {
    const { rows } = await this.#pool.query<ReadRow>(READ, [after, limit]);
    const oldest = BigInt(rows[0]?.pruned_through ?? 0) + 1n;
    const newest = BigInt(rows[0]?.newest ?? 0);
    if (after < oldest - 1n || after > newest) throw new PositionLost(after, oldest, newest);
    return rows.flatMap(({ position, ...row }) =>
      position === null ? [] : [{ position: BigInt(position), event: toCloudEvent(row) }],
    );
  }

  async newest(): Promise<bigint> {
    const { rows } = await this.#pool.query<{ newest: string }>(NEWEST);
    return BigInt(rows[0]?.newest ?? 0);
  }

  async onNew(wake: () => void): Promise<() => Promise<void>> {
    const connection = new ListeningConnection(this.#url, 'event', wake);
    await connection.client().catch(() => undefined); // the loop goes on trying
    const loop = startLoop({
      name: 'listener of the event log',
      pass: async () => void (await connection.client()),
    });
    return async () => {
      await loop.stop();
      await connection.close();
    };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

type ReadRow = CloudEventRow & { pruned_through: string; newest: string; position: string | null };

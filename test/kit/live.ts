import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from '@jest/globals';
import type { CloudEvent } from '../../shared/events/cloud-event.ts';
import type { LogTail } from '../../shared/events/log-tail.ts';
import { PostgresEventLog } from '../../shared/events/postgres/postgres-event-log.ts';
import type { NewEvent } from '../../shared/events/record.ts';
import { type Events, startEvents } from '../../shared/events/start-events.ts';
import { serveSubgraph } from '../../shared/subgraph/serve.ts';
import type { RequestContext, Subgraph } from '../../shared/subgraph/subgraph.ts';
import { ANONYMOUS } from '../../shared/trust/caller.ts';
import { signRequest, subgraphKey } from '../../shared/trust/signed-request.ts';
import { EventReader } from './event-reader.ts';
import { cloudEvent, emptyEventLog, type TestEventLog } from './events.ts';
import { testDatabases } from './postgres.ts';
import { SubgraphUnderTest } from './subgraph.ts';

/** A subgraph over HTTP that relays what it records to an event log, and hears of it; the log is new for each test. */
export class LiveSubgraph<C extends RequestContext> extends SubgraphUnderTest<C> {
  place: TestEventLog;
  log: PostgresEventLog;
  server: Server;
  stopping: AbortController;
  readonly #definition: Subgraph<C>;
  readonly #key = subgraphKey(randomBytes(32).toString('base64url'));
  #events: Events;
  #readers: EventReader[] = [];

  constructor(definition: Subgraph<C>) {
    super(definition);
    this.#definition = definition;
    beforeEach(async () => {
      this.place = await emptyEventLog();
      this.log = new PostgresEventLog(this.place.url);
      await this.orm.em.fork().execute('delete from outbox'); // what tests without a relay have left
      this.#events = await startEvents({
        name: definition.name,
        databaseUrl: (await testDatabases(definition.name)).url,
        eventsUrl: this.place.url,
        em: this.running.em,
        isLive: true,
      });
      await this.serve(this.#events.tail);
    });
    afterEach(async () => {
      for (const reader of this.#readers.splice(0)) reader.close();
      this.stopping.abort();
      await new Promise((resolve) => this.server.close(resolve));
      await this.#events.stop();
      await this.log.close();
    });
  }

  get tail(): LogTail {
    if (!this.#events.tail) throw new Error('Nothing hears of events.');
    return this.#events.tail;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async serve(tail?: LogTail): Promise<void> {
    this.server?.close();
    this.stopping = new AbortController();
    const { running: orm } = this;
    const stopping = this.stopping.signal;
    const facts = { subgraph: this.#definition, schema: this.schema, orm, key: this.#key, port: 0 };
    this.server = await serveSubgraph({ ...facts, tail, stopping });
  }

  /** Stores events in the log, past the outbox. */
  async publish(...events: NewEvent<object>[]): Promise<CloudEvent[]> {
    const published = events.map(cloudEvent);
    await this.log.publish(published);
    return published;
  }

  request(query: string, variables: object = {}, headers: Record<string, string> = {}): [string, RequestInit] {
    const body = JSON.stringify({ query, variables });
    const authorization = signRequest(this.#key, this.#definition.name, body, ANONYMOUS);
    const accept = { accept: 'text/event-stream', 'content-type': 'application/json' };
    return [this.url, { method: 'POST', headers: { ...accept, authorization, ...headers }, body }];
  }

  /** Subscribes, as the gateway would. */
  async subscribe(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<EventReader> {
    const reader = await EventReader.open(...this.request(query, variables, headers));
    this.#readers.push(reader);
    return reader;
  }
}

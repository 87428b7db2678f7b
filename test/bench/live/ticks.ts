import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compose } from '../../../gateway/compose.ts';
import { targetOf } from '../../../shared/http/target.ts';

const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const TICKER = `${FEDERATION}
  type Query { ready: Boolean }
  type Subscription { ticked(tenth: Int): Tick! }
  type Tick { number: Int! thing: Thing }
  type Thing @key(fields: "id") { id: ID! }`;
const THINGS = `${FEDERATION} type Thing @key(fields: "id") { id: ID! name: String colour: String note: String }`;

const THING = {
  __typename: 'Thing',
  name: 'Integration manufactory',
  colour: 'green',
  note: 'What an event tells of is about as long as this.',
};

/** Two subgraphs by heart: one that ticks, and one that knows more about what ticked. */
export interface Ticks {
  /** Has `supergraph.graphql`. */
  folder: string;
  /** Tells all who are subscribed. */
  tick(number: number): void;
  /** How many subscriptions are open upstream. */
  open(): number;
  /** How often the second subgraph was asked. */
  fetches(): number;
  close(): void;
}

/** The documents that may be subscribed to, each another. @param tenth - hears of those events alone whose number ends so */
export const document = (number: number, tenth?: number): string =>
  `subscription S${number} { ticked${tenth === undefined ? '' : `(tenth: ${tenth})`} { number thing { name ${number % 2 ? 'colour' : ''} n${number}: note } } }`;

export async function serveTicks(): Promise<Ticks> {
  const streams = new Map<ServerResponse, Asked>();
  let fetches = 0;

  const ticker = await serve(async (request, response) => {
    const body = await bodyOf(request);
    if (!request.headers.accept?.includes('text/event-stream')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"__typename":"Query"}}');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    streams.set(response, askedIn(body ? JSON.parse(body).query : decodeURIComponent(targetOf(request).search)));
    response.once('close', () => streams.delete(response));
  });
  const things = await serve(async (request, response) => {
    const { query, variables } = JSON.parse(await bodyOf(request));
    fetches++;
    const renamed = Object.fromEntries([...query.matchAll(/(\w+): ?note/g)].map(([, key]) => [key, THING.note]));
    const entities = variables.representations.map(() => ({ ...THING, ...renamed }));
    const text = JSON.stringify({ data: { _entities: entities } });
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });

  const folder = mkdtempSync(path.join(tmpdir(), 'live-bench-'));
  const services = [
    { name: 'ticker', sdl: TICKER, url: ticker.url },
    { name: 'things', sdl: THINGS, url: things.url },
  ];
  writeFileSync(path.join(folder, 'supergraph.graphql'), compose(services));

  return {
    folder,
    tick(number) {
      const ticked = { number, thing: { __typename: 'Thing', id: String(number % 50) } };
      for (const [response, { key, tenth }] of streams) {
        if (tenth !== undefined && tenth !== number % 10) continue;
        response.write(`event: next\nid: ${number}\ndata: ${JSON.stringify({ data: { [key]: ticked } })}\n\n`);
      }
    },
    open: () => streams.size,
    fetches: () => fetches,
    close() {
      for (const { server } of [ticker, things]) server.close().closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}

interface Asked {
  /** Under which the gateway asked for the field. */
  key: string;
  tenth: number | undefined;
}

function askedIn(query: string): Asked {
  const tenth = /tenth: ?(\d)/.exec(query)?.[1];
  return { key: /(\w+): ?ticked/.exec(query)?.[1] ?? 'ticked', tenth: tenth === undefined ? undefined : Number(tenth) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => void answer(request, response));
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}

import type { KeyObject } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MikroORM, PostgreSqlConnection } from '@mikro-orm/postgresql';
import { v4 } from 'uuid';
import { ensureDatabase, ensureUser, ownerOf } from '../../../infra/postgres/databases.ts';
import { openAsOwner, openDatabase } from '../../../shared/database/open-database.ts';
import { serveSubgraph } from '../../../shared/subgraph/serve.ts';
import { type Caller, OPERATOR } from '../../../shared/trust/caller.ts';
import { signRequest } from '../../../shared/trust/signed-request.ts';
import { marketplace } from '../../../subgraphs/marketplace/subgraph.ts';
import { someone } from '../../kit/caller.ts';
import { DRAFT, order, priceOption, service } from '../../kit/given-marketplace.ts';

/** The subgraph over HTTP, as its gateway asks it. */
export interface ServedMarket {
  how: string;
  url: string;
  /** How often PostgreSQL was ready for more since the start. */
  roundTrips: number;
}

export type Ask = (of: ServedMarket) => Promise<void>;

const SERVICES = 200;

/** A market with 200 services of ten sellers, a tenth of them drafts, and 2000 orders; served twice. */
export class Market {
  readonly subgraphs: ServedMarket[] = [];
  readonly workloads: Record<string, Ask>;
  readonly #key: KeyObject;
  readonly #closing: (() => unknown)[] = [];

  private constructor(key: KeyObject, seller: string, offered: string[]) {
    this.#key = key;
    const member = someone({ organisationId: seller, scopes: ['marketplace:write', 'orders:read'] });
    const id = offered[0] as string;
    this.workloads = {
      'one service by its key': (of) =>
        this.#ask(
          of,
          '{ _entities(representations: [{ __typename: "Service", id: "ID" }]) { ... on Service { name } } }'.replace(
            'ID',
            id,
          ),
          member,
        ),
      '20 services with their prices': (of) =>
        this.#ask(of, '{ services(first: 20) { totalCount nodes { name priceOptions { nodes { label } } } } }', member),
      '20 orders, of which each sees their own': (of) =>
        this.#ask(of, '{ orders(first: 20) { totalCount nodes { status } } }', member),
      'a write': (of) =>
        this.#ask(
          of,
          `mutation { requestOrder(input: { serviceId: "${id}", quantity: 1, clientKind: PERSON, unitPrice: "5.00", currency: "PLN" }) { id service { name } } }`,
          OPERATOR,
        ),
    };
  }

  static async open(adminUrl: string, key: KeyObject): Promise<Market> {
    const [owner, password] = [ownerOf('marketplace'), 'bench'];
    await ensureDatabase(adminUrl, 'marketplace', { owner, password });
    await ensureUser(adminUrl, 'marketplace', { user: 'marketplace', password });
    const as = (username: string): string =>
      Object.assign(new URL(adminUrl), { username, password, pathname: '/marketplace' }).href;
    const database = { ...marketplace, url: as('marketplace'), ownerUrl: as(owner) };
    const guarded = await counted('guarded', await openDatabase(database));
    const unguarded = await counted('not guarded', await openAsOwner(database));

    const sellers = Array.from({ length: 10 }, () => v4());
    const services = Array.from({ length: SERVICES }, (_, i) => {
      const row = service(v4(), `Service ${i}`, i % 10 === 0 ? DRAFT : {});
      row.organisationId = sellers[i % sellers.length] ?? '';
      return row;
    });
    const orders = services.flatMap((one, i) => (i % 10 === 0 ? [] : Array.from({ length: 10 }, () => order(one))));
    await unguarded.orm.em
      .fork()
      .persist([...services, ...services.map((one) => priceOption(one, 'usual')), ...orders])
      .flush();

    const offered = services.filter((_, i) => i % 10 !== 0);
    const market = new Market(
      key,
      offered[0]?.organisationId ?? '',
      offered.map(({ id }) => id),
    );
    await market.#serve(guarded);
    await market.#serve(unguarded);
    return market;
  }

  async close(): Promise<void> {
    for (const close of this.#closing.reverse()) await close();
  }

  async #serve({ orm, served }: Counted): Promise<void> {
    const { schema } = await marketplace.build();
    const server: Server = await serveSubgraph({ subgraph: marketplace, schema, orm, key: this.#key, port: 0 });
    served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    this.subgraphs.push(served);
    this.#closing.push(
      () => orm.close(),
      () => server.close(),
      () => server.closeAllConnections(),
    );
  }

  async #ask({ url }: ServedMarket, query: string, caller: Caller): Promise<void> {
    const body = JSON.stringify({ query });
    const authorization = signRequest(this.#key, 'marketplace', body, caller);
    const headers = { 'content-type': 'application/json', authorization };
    const answer = await (await fetch(url, { method: 'POST', headers, body })).text();
    if (answer.includes('"errors"')) throw new Error(answer);
  }
}

interface Counted {
  orm: MikroORM;
  served: ServedMarket;
}

/** Counts the round trips of all its connections, before there are any. */
async function counted(how: string, orm: MikroORM): Promise<Counted> {
  const served: ServedMarket = { how, url: '', roundTrips: 0 };
  const pool = await (orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
  pool.on('connect', (client) => {
    const { connection } = client as unknown as { connection: EventEmitter }; // not in its types
    connection.on('readyForQuery', () => served.roundTrips++);
  });
  return { orm, served };
}

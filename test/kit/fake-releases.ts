import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, graphql } from 'graphql';
import { Registry } from 'prom-client';
import { compose } from '../../gateway/compose.ts';
import { buildEngine, type SubgraphRequest, type SubgraphResponse } from '../../gateway/engine/engine.ts';
import { serveGateway } from '../../gateway/host/serve.ts';
import { grantedTo } from '../../gateway/identity/granted-to.ts';
import { LiveGraph } from '../../gateway/live-graph/live-graph.ts';
import type { GatewayContext } from '../../gateway/subgraph-client/send-signed.ts';

/** The part of the graph that the files of a release are made of. */
const SDL = `
  type Query { release(id: ID!): Release }
  enum Language { EN PL }
  enum TerritoryLevel { EUROPEAN NATIONAL REGIONAL LOCAL }
  enum ReleaseStatus { DRAFT APPROVED PUBLISHED SUPERSEDED DISCARDED }
  enum Frequency { ANNUAL HALF_YEARLY QUARTERLY }
  enum Measure { STOCK FLOW }
  enum Subject { PERSON ORGANISATION MONEY }
  enum Basis { MEASURED SAMPLE ESTIMATE TARGET_GROUP }
  type Territory { code: ID! name: String! level: TerritoryLevel! }
  type Dataset { code: ID! label(language: Language! = EN): String! frequency: Frequency! }
  type Indicator { code: ID! label(language: Language! = EN): String! unit: String! decimals: Int! measure: Measure! subject: Subject! }
  type Category { trait: String! code: String! label(language: Language! = EN): String! }
  type Column { indicator: Indicator! category: [Category!]! basis: Basis! }
  type Figures { territory: Territory! values: [Float]! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type FiguresConnection { nodes: [Figures!]! pageInfo: PageInfo! }
  type Named { id: ID! name: String! }
  type Release {
    id: ID! dataset: Dataset! period: String! number: Int! level: TerritoryLevel! status: ReleaseStatus!
    asOf: String! publishedAt: String hash: String notes: [String!]! territory: Territory! network: Named!
    contributors: [Named!]! columns: [Column!]! figures(first: Int! = 100, after: String): FiguresConnection
  }`;

type ByLanguage = { en: string; pl: string };
interface Labelled {
  label: (args: { language: 'EN' | 'PL' }) => string;
}

const labelled = ({ en, pl }: ByLanguage): Labelled => ({ label: ({ language }) => (language === 'PL' ? pl : en) });

export const fakeIndicator = (
  code: string,
  label: ByLanguage,
  more: { unit?: string; decimals?: number; subject?: string } = {},
) => ({ code, unit: 'persons', decimals: 0, measure: 'FLOW', subject: 'PERSON', ...more, ...labelled(label) });

export const fakeCategory = (trait: string, code: string, label: ByLanguage) => ({ trait, code, ...labelled(label) });

export interface FakeColumn {
  indicator: ReturnType<typeof fakeIndicator>;
  category: ReturnType<typeof fakeCategory>[];
  basis: string;
}

export interface FakeFigures {
  territory: { code: string; name: string; level: string };
  values: (number | null)[];
}

const people = { code: 'PEOPLE', frequency: 'ANNUAL', ...labelled({ en: 'People', pl: 'Osoby' }) };

/** A release of Małopolska for 2025; each test says what matters to it. */
export const fakeRelease = (columns: FakeColumn[], rows: FakeFigures[], more: Partial<ReleaseFacts> = {}) => ({
  ...FACTS,
  ...more,
  columns,
  rows,
});

const FACTS = {
  id: 'Release_3f1d',
  dataset: people,
  period: '2025',
  number: 2,
  level: 'REGIONAL',
  status: 'PUBLISHED',
  asOf: '2026-02-10',
  publishedAt: '2026-03-01T10:00:00.000Z',
  hash: 'ab12'.repeat(16),
  notes: ['Men and women are told apart in no municipality.'],
  territory: { code: 'PL21', name: 'Małopolskie', level: 'REGIONAL' },
  network: { id: 'Network_1', name: 'Małopolska' },
  contributors: [{ id: 'Partnership_1', name: 'Nowa Huta' }],
};
type ReleaseFacts = typeof FACTS;

export type FakeRelease = ReturnType<typeof fakeRelease>;

/** A gateway over one subgraph that knows releases as they are given. */
export class FakeReleases {
  releases: FakeRelease[] = [];
  /** What the subgraph was asked: `about`, or the cursor behind which it was asked for figures. */
  asked: string[] = [];
  /** How many of the questions were cut off. */
  cutOff = 0;
  /** How many figures a page has at the most, whatever is asked for. */
  pageSize = 1000;
  /** Before the subgraph answers; a throw is its silence. */
  onAsked: (asked: string) => Promise<void> | void = () => {};
  #server: Server;
  readonly #schema = buildSchema(SDL);

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(queryDeadline = 10_000): Promise<this> {
    const send = (request: SubgraphRequest<GatewayContext>) => this.#answer(request);
    const supergraph = compose([{ name: 'outcomes', url: 'http://outcomes/', sdl: SDL }]);
    const build = (sdl: string) => buildEngine({ supergraph: sdl, send, grantedTo });
    const graph = new LiveGraph({ supergraph, build, log: () => {}, http: { queryDeadline } });
    const client = { send, close: async () => {} };
    this.#server = await serveGateway({ graph, client, operatorToken: 'secret', port: 0, registry: new Registry() });
    return this;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  given(...releases: FakeRelease[]): void {
    this.releases = releases;
    this.asked = [];
    this.cutOff = 0;
    this.pageSize = 1000;
    this.onAsked = () => {};
  }

  take(file: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
    return fetch(`${this.url}/releases/${file}`, { headers, method });
  }

  async #answer({ body, signal }: SubgraphRequest<GatewayContext>): Promise<SubgraphResponse> {
    const { query, variables } = JSON.parse(body);
    const asked = query.includes('figures') ? `figures after ${variables.after ?? 'nothing'}` : 'about';
    this.asked.push(asked);
    const answering = (async () => {
      await this.onAsked(asked);
      const rootValue = { release: ({ id }: { id: string }) => this.#find(id) };
      return {
        text: JSON.stringify(
          await graphql({ schema: this.#schema, source: query, variableValues: variables, rootValue }),
        ),
      };
    })();
    const ended = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        this.cutOff++;
        reject(signal.reason);
      });
    });
    return Promise.race([answering, ended]);
  }

  #find(id: string) {
    const found = this.releases.find((release) => release.id === id);
    if (!found) return null;
    const figures = ({ first, after }: { first: number; after?: string | null }) => {
      const from = Number(after ?? 0);
      const to = from + Math.min(first, this.pageSize);
      return {
        nodes: found.rows.slice(from, to),
        pageInfo: { hasNextPage: to < found.rows.length, endCursor: `${to}` },
      };
    };
    return { ...found, figures };
  }
}

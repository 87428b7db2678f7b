import { type KeyObject, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { Registry } from 'prom-client';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { serveGateway } from '../../gateway/host/serve.ts';
import { grantedTo } from '../../gateway/identity/granted-to.ts';
import { LiveGraph } from '../../gateway/live-graph/live-graph.ts';
import { logRequests } from '../../gateway/request-log/request-log.ts';
import { tracePlanning, traceSubgraphs } from '../../gateway/request-log/trace-requests.ts';
import { withDeadline } from '../../gateway/subgraph-client/deadline.ts';
import { type GatewayContext, type SubgraphClient, subgraphClient } from '../../gateway/subgraph-client/send-signed.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { serveSubgraph } from '../../shared/subgraph/serve.ts';
import type { RequestContext, Subgraph } from '../../shared/subgraph/subgraph.ts';
import { startTracing } from '../../shared/telemetry/start-tracing.ts';
import type { Tracer } from '../../shared/telemetry/tracer.ts';
import { subgraphKey } from '../../shared/trust/signed-request.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { marketplace } from '../../subgraphs/marketplace/subgraph.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';

/** A span as OTLP/HTTP sends it. */
export interface SentSpan {
  service: string;
  name: string;
  kind: number;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  links?: { traceId: string }[];
  attributes: Record<string, unknown>;
}

interface Sent {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: (Omit<SentSpan, 'service' | 'attributes'> & { attributes?: Attribute[] })[] }[];
  }[];
}
interface Attribute {
  key: string;
  value: Record<string, unknown>;
}
const read = (attributes: Attribute[] = []): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** A gateway and two subgraphs in this process, over real HTTP, and a collector of what they trace. */
export class ObservedHub {
  readonly cps = new SubgraphUnderTest(cps);
  readonly marketplace = new SubgraphUnderTest(marketplace);
  url: string;
  /** By subgraph. */
  readonly addresses: Record<string, string> = {};
  /** All that the collector was sent, as text. */
  sent: string[] = [];
  readonly #servers: Server[] = [];
  readonly #tracers: Tracer[] = [];
  #client: SubgraphClient;

  constructor() {
    beforeAll(() => this.#start());
    beforeEach(() => {
      this.sent = [];
    });
    afterAll(async () => {
      await this.#client.close();
      for (const server of this.#servers) server.close();
      for (const server of this.#servers) server.closeAllConnections();
      await Promise.all(this.#tracers.map((tracer) => tracer.stop()));
    });
  }

  post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const all = { 'content-type': 'application/json', accept: 'application/json', ...headers };
    return fetch(`${this.url}/graphql`, { method: 'POST', headers: all, body: JSON.stringify(body) });
  }

  get spans(): SentSpan[] {
    return this.sent.flatMap((text) =>
      (JSON.parse(text) as Sent).resourceSpans.flatMap(({ resource, scopeSpans }) =>
        scopeSpans.flatMap(({ spans }) =>
          spans.map(({ attributes, ...span }) => ({
            ...span,
            service: String(read(resource.attributes)['service.name']),
            attributes: read(attributes),
          })),
        ),
      ),
    );
  }

  async #start(): Promise<void> {
    const collector = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      this.sent.push(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await once(collector.listen(0, '127.0.0.1'), 'listening');
    this.#servers.push(collector);
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = addressOf(collector);
    process.env.OTEL_BSP_SCHEDULE_DELAY = '50';

    const key = subgraphKey(randomBytes(32).toString('base64url'));
    await this.#serve(cps, this.cps, key);
    await this.#serve(marketplace, this.marketplace, key);

    const tracer = await this.#tracer('gateway');
    const keys = new Map(['cps', 'marketplace'].map((name) => [name, key]));
    this.#client = subgraphClient({ keys, connections: 10 });
    const deadlines = { query: 10_000, mutation: 10_000 };
    const send = traceSubgraphs(withDeadline(this.#client.send, deadlines), tracer);
    const graph = new LiveGraph<GatewayContext>({
      supergraph: readFileSync(`${projectRoot()}/gateway/supergraph.graphql`, 'utf8'),
      build: (supergraph) =>
        buildEngine({ supergraph, send, grantedTo, urls: this.addresses, onPlanWaited: tracePlanning(tracer) }),
      log: () => {},
      http: { onRequest: logRequests('failed') },
    });
    const host = { graph, client: this.#client, operatorToken: 'secret', port: 0, registry: new Registry(), tracer };
    const gateway = await serveGateway(host);
    this.#servers.push(gateway);
    this.url = addressOf(gateway);
  }

  async #serve<C extends RequestContext>(
    subgraph: Subgraph<C>,
    { schema, orm }: SubgraphUnderTest<C>,
    key: KeyObject,
  ): Promise<void> {
    const tracer = await this.#tracer(subgraph.name);
    const server = await serveSubgraph({ subgraph, schema, orm, key, port: 0, tracer });
    this.#servers.push(server);
    this.addresses[subgraph.name] = `${addressOf(server)}/`;
  }

  async #tracer(program: string): Promise<Tracer> {
    const tracer = await startTracing(program);
    if (!tracer) throw new Error('There is an endpoint, so there should be a tracer.');
    this.#tracers.push(tracer);
    return tracer;
  }
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import { listening } from '../../shared/http/listening.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { ANONYMOUS } from '../../shared/trust/caller.ts';
import { composeGraph } from '../../test/federation/graph.ts';
import { authority, type Certificate, certificate, PemFiles } from '../../test/kit/certificates.ts';
import { buildEngine } from '../engine/engine.ts';
import { streamOpener } from '../subscriptions/upstream/open-stream.ts';
import { withDeadline } from './deadline.ts';
import { logFailures } from './log-failures.ts';
import { type GatewayContext, type SubgraphClient, subgraphClient } from './send-signed.ts';
import { subgraphTls } from './subgraph-tls.ts';

const files = new PemFiles();
const ANSWER = '{"data":{"size":3}}';
let [ours, others]: Certificate[] = [];
/** What is right on both sides: file names, as settings have them. */
let right: Record<string, string>;
const shown = { ofOthers: {}, expired: {}, elsewhere: {}, expiredClient: {} } as Record<string, Record<string, string>>;
beforeAll(async () => {
  [ours, others] = await Promise.all([authority('our authority'), authority('another authority')]);
  const of = async (ca: Certificate, facts = {}) => {
    const { cert, key } = await certificate(ca, facts);
    return [files.write(cert), files.write(key)] as const;
  };
  const server = async (ca: Certificate, facts = {}) => {
    const [cert, key] = await of(ca, facts);
    return { TLS_CERT: cert, TLS_KEY: key };
  };
  const client = async (ca: Certificate, facts = {}) => {
    const [cert, key] = await of(ca, facts);
    return { SUBGRAPH_CLIENT_CERT: cert, SUBGRAPH_CLIENT_KEY: key };
  };
  const ca = files.write(ours.cert);
  right = { SUBGRAPH_CA: ca, TLS_CLIENT_CA: ca, ...(await server(ours)), ...(await client(ours)) };
  shown.serverOfOthers = await server(others);
  shown.serverExpired = await server(ours, { isExpired: true });
  shown.serverElsewhere = await server(ours, { host: 'cps.example' });
  shown.clientOfOthers = await client(others);
  shown.clientExpired = await client(ours, { isExpired: true });
  shown.noClient = { SUBGRAPH_CLIENT_CERT: '', SUBGRAPH_CLIENT_KEY: '' };
  shown.public = { SUBGRAPH_CA: '' };
});
afterAll(() => files.remove());

let subgraph: Server;
let client: SubgraphClient;
let log: string[];
let stderr: string[];
beforeEach(() => {
  log = [];
  stderr = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => stderr.push(String(text)) > 0);
});
afterEach(async () => {
  jest.restoreAllMocks();
  subgraph.close();
  subgraph.closeAllConnections();
  await client?.close();
});

async function start(environment: Record<string, string>): Promise<string> {
  const answer: Parameters<typeof serveHttp>[1] = (request, response) => {
    if (request.headers.accept !== 'text/event-stream') return void response.end(ANSWER);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end('event: next\ndata: {"data":{"size":4}}\n\n');
  };
  subgraph = await serveHttp(0, answer, listening(environment));
  client = subgraphClient({ keys: new Map(), connections: 2, tls: subgraphTls(environment) });
  const scheme = environment.TLS_CERT ? 'https' : 'http';
  return `${scheme}://127.0.0.1:${(subgraph.address() as AddressInfo).port}/`;
}

/** What a client of the gateway hears. */
async function ask(environment: Record<string, string>) {
  const url = await start(environment);
  const timed = withDeadline(client.send, { query: 5_000, mutation: 5_000 });
  const send = logFailures(timed, (line, facts) => log.push(`${line}: ${facts?.reason}`));
  const supergraph = composeGraph({ trees: { typeDefs: 'type Query { size: Int }' } });
  const engine = buildEngine<GatewayContext>({ supergraph, urls: { trees: url }, send });
  const source = '{ size }';
  return engine.execute({ source, document: parse(source), context: { caller: ANONYMOUS } });
}

async function subscribe(environment: Record<string, string>): Promise<string[]> {
  const url = await start(environment);
  const streams = streamOpener({ keys: new Map(), tls: subgraphTls(environment) });
  try {
    const { signal } = new AbortController();
    const request = { subgraph: { name: 'trees', url }, body: '{}', caller: ANONYMOUS, after: undefined, signal };
    const events: string[] = [];
    for await (const { data } of await streams.open(request)) events.push(data);
    return events;
  } finally {
    await streams.close();
  }
}

it('asks a subgraph over TLS, and follows its events, where each side shows who it is', async () => {
  expect(await ask(right)).toEqual({ data: { size: 3 } });
  subgraph.close();
  expect(await subscribe(right)).toEqual(['{"data":{"size":4}}']);
});

it.each([
  ['whose certificate is of another authority', 'serverOfOthers', /unable to verify|self.signed|issuer certificate/],
  ['whose certificate expired', 'serverExpired', /expired/],
  ['whose certificate is for another host', 'serverElsewhere', /does not match/],
  [
    'whose certificate is of no public authority, where no other is believed',
    'public',
    /unable to verify|self.signed|issuer certificate/,
  ],
])('denies a subgraph %s: the log hears why, clients that it cannot be reached', async (_, which, reason) => {
  const environment = { ...right, ...shown[which] };

  expect(await ask(environment)).toMatchObject({
    data: { size: null },
    errors: [
      {
        message: 'The subgraph "trees" cannot be reached; its fields are null.',
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'trees' },
      },
    ],
  });
  expect(log).toEqual([expect.stringMatching(reason)]);
  subgraph.close();
  await expect(subscribe(environment)).rejects.toThrow(reason);
});

it.each([
  ['without a certificate', 'noClient', /PEER_DID_NOT_RETURN_A_CERTIFICATE/],
  ['with a certificate of another authority', 'clientOfOthers', /UNABLE_TO_VERIFY|SELF_SIGNED|UNABLE_TO_GET_ISSUER/],
  ['with a certificate that expired', 'clientExpired', /CERT_HAS_EXPIRED/],
])('denies a gateway %s, and tells the log of the subgraph', async (_, which, reason) => {
  const environment = { ...right, ...shown[which] };

  const { data, errors } = await ask(environment);
  expect([data, errors?.[0]?.extensions]).toEqual([{ size: null }, { code: 'SUBGRAPH_UNAVAILABLE', service: 'trees' }]);
  expect(stderr).toEqual([expect.stringMatching(reason)]);
  subgraph.close();
  await expect(subscribe(environment)).rejects.toThrow();
});

it('denies what is older than TLS 1.2, and what is no TLS at all', async () => {
  const url = new URL(await start(right));
  const port = Number(url.port);
  const socket = connect({
    port,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
    rejectUnauthorized: false,
  });
  const error = await new Promise<NodeJS.ErrnoException>((resolve) => socket.once('error', resolve));

  expect(error.code).toMatch(/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE/);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

it('needs no certificate of a gateway where no authority for them is named', async () => {
  const { TLS_CLIENT_CA: _, ...environment } = { ...right, ...shown.noClient };

  expect(await ask(environment as Record<string, string>)).toEqual({ data: { size: 3 } });
});

it('denies others than this machine to connect in the clear', async () => {
  await start({});

  expect(() => listening({ LISTEN_HOST: '0.0.0.0' })).toThrow('which needs TLS_CERT and TLS_KEY');
  expect(() => listening({ LISTEN_HOST: 'hub.example' })).toThrow('which needs TLS_CERT and TLS_KEY');
  expect(listening({ LISTEN_HOST: '::1' })).toEqual({ host: '::1', tls: undefined });
  expect(listening({ ...right, LISTEN_HOST: '0.0.0.0' })).toMatchObject({ host: '0.0.0.0', tls: expect.anything() });
});

it('says at the start what is wrong with its settings, by their names', async () => {
  await start({});
  const { TLS_CERT = '', SUBGRAPH_CLIENT_CERT = '' } = right;
  const wrongKey = { ...shown.serverOfOthers, TLS_CERT };

  expect(() => listening({ TLS_CERT })).toThrow('TLS needs both TLS_CERT and TLS_KEY.');
  expect(() => listening({ TLS_CLIENT_CA: TLS_CERT })).toThrow('TLS needs both TLS_CERT and TLS_KEY.');
  expect(() => listening({ TLS_CERT: '/nowhere.pem' })).toThrow('TLS_CERT=/nowhere.pem is no file that can be read.');
  expect(() => listening(wrongKey)).toThrow(/TLS_CERT, TLS_KEY or TLS_CLIENT_CA cannot be used: .*mismatch/);
  expect(() => subgraphTls({ SUBGRAPH_CLIENT_CERT })).toThrow('need each other');
  expect(() => subgraphTls({ SUBGRAPH_CA: '/nowhere.pem' })).toThrow('SUBGRAPH_CA=/nowhere.pem is no file');
});

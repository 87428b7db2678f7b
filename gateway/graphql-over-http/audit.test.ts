import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { readBody } from '../../shared/http/read-body.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { compose } from '../compose.ts';
import { buildEngine } from '../engine/engine.ts';
import { GraphQLOverHttp } from './answer-graphql.ts';

/** The audit's own questions are about `__typename` and about what is refused. */
const supergraph = compose([{ name: 'one', url: 'http://one/', sdl: 'type Query { hello(name: String): String }' }]);
const engine = buildEngine({ supergraph, send: async () => ({ text: '{"data":{"hello":"you"}}' }) });
const graph = new GraphQLOverHttp(engine);
let server: Server;
let url: string;
beforeAll(async () => {
  server = await serveHttp(0, (request, response) => graph.answer(request, response, () => readBody(request, 1e6), {}));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => void server.close());

const audits = serverAudits({ url: () => url });

it('is asked everything that the audit has', () => {
  expect(audits.length).toBeGreaterThan(55);
});

it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
  const result = await audit.fn();

  expect(result).toMatchObject({ status: 'ok' });
});

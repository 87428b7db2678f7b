import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { compose } from '../../../gateway/compose.ts';
import { readSupergraph } from '../../../gateway/engine/supergraph.ts';
import { entity, root, SDL } from './shop.ts';

/** Subgraphs that cost next to nothing: each answer is made once and kept by the request's body. */
export interface CannedGraph {
  /** Has `supergraph.graphql`, and `services.json` with each subgraph's name, address and SDL. */
  folder: string;
  /** Answers whole questions, without federation: what is right, and where a bare proxy leads. */
  wholeUrl: string;
  calls(): number;
  close(): void;
}

export async function serveCannedGraph(): Promise<CannedGraph> {
  const servers: Server[] = [];
  let calls = 0;
  const serve = async (schema: GraphQLSchema): Promise<string> => {
    const server = createServer(kept(schema, () => calls++));
    server.keepAliveTimeout = 600_000; // a connection that closes between two runs would fail the second
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  };

  const services = await Promise.all(
    Object.entries(SDL).map(async ([name, sdl]) => ({ name, sdl, url: await serve(subgraphSchema(sdl)) })),
  );
  const supergraph = compose(services);
  const folder = mkdtempSync(path.join(tmpdir(), 'gateway-bench-'));
  writeFileSync(path.join(folder, 'supergraph.graphql'), supergraph);
  writeFileSync(path.join(folder, 'services.json'), JSON.stringify(services));
  const wholeUrl = await serve(readSupergraph(supergraph).schema);
  writeFileSync(path.join(folder, 'whole-url'), wholeUrl);

  return {
    folder,
    wholeUrl,
    calls: () => calls,
    close() {
      for (const server of servers) server.close().closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}

function subgraphSchema(sdl: string): GraphQLSchema {
  const entities = [...sdl.matchAll(/type (\w+) @key/g)].map(([, type = '']) => [type, { __resolveReference: entity }]);
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: Object.fromEntries(entities) }]);
}

function kept(schema: GraphQLSchema, count: () => void): Parameters<typeof createServer>[1] {
  const answers = new Map<string, Buffer>();
  return async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    count();
    let answer = answers.get(body);
    if (!answer) {
      const { query, variables } = JSON.parse(body);
      const document = parse(query);
      const result = await execute({ schema, document, variableValues: variables, rootValue: root });
      answer = Buffer.from(JSON.stringify(result));
      answers.set(body, answer);
    }
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  };
}

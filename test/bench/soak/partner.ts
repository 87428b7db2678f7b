import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import type { Mode } from './script.ts';
import { plotOf, plotsFrom, sdlOf } from './world.ts';

/** A partner's server as a process: `NAME PORT`. It fails as its starter tells it to. */
const [name = '', port = ''] = process.argv.slice(2);
const schema = buildSubgraphSchema([
  {
    typeDefs: parse(sdlOf(name)),
    resolvers: { Plot: { __resolveReference: ({ id }: { id: string }) => plotOf(name, id) } },
  },
]);
const rootValue = { [`${name}s`]: ({ from, first }: { from: number; first: number }) => plotsFrom(name, from, first) };
const HUGE = Buffer.alloc(8 * 1024 * 1024, ' ');

let mode: Mode = 'well';

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  await ways[mode](body, response, request);
});

async function right(body: string): Promise<string> {
  const { query, variables } = JSON.parse(body);
  return JSON.stringify(await execute({ schema, document: parse(query), variableValues: variables, rootValue }));
}

const ways: Record<Mode, (body: string, response: ServerResponse, request: IncomingMessage) => unknown> = {
  well: async (body, response) => response.end(await right(body)),
  down: (_, __, request) => request.socket.destroy(),
  flapping: (body, response, request) => ways[Date.now() % 400 < 200 ? 'well' : 'down'](body, response, request),
  hanging: () => {},
  slow: async (body, response) => {
    await sleep(100 + Math.random() * 700);
    response.end(await right(body));
  },
  failing: (_, response) => response.writeHead(500).end('{"errors":[{"message":"postgres://secret"}]}'),
  away: (_, response) => response.writeHead(503).end('<html>'),
  malformed: async (body, response) => response.end((await right(body)).slice(0, -7)),
  'of wrong types': async (body, response) => {
    const wrong = (await right(body)).replace(/("\w+Text":)"[^"]*"/g, '$1{"__proto__":{"polluted":1}}');
    response.end(wrong.replace(new RegExp(`("${name}":)\\d+`, 'g'), '$1"many"'));
  },
  huge: (_, response) => response.end(HUGE),
  'breaking off': async (body, response) => {
    const text = await right(body);
    response.writeHead(200, { 'content-length': text.length }).write(text.slice(0, text.length / 2));
    setTimeout(() => response.destroy(), 5);
  },
};

server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));

process.on('message', (told: Mode) => {
  if (told === 'down') server.close().closeAllConnections();
  else if (!server.listening) server.listen(Number(port), '127.0.0.1');
  mode = told;
});
process.once('disconnect', () => process.exit(0));

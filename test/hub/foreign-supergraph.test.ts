import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { compose } from '../../gateway/compose.ts';

it('answers for a supergraph that is not the hub’s, and sends its subgraphs plain requests', async () => {
  const asked: { headers: IncomingHttpHeaders; query: string }[] = [];
  const subgraph = createServer(async (request, response) => {
    asked.push({ headers: request.headers, query: JSON.parse(await text(request)).query });
    response.setHeader('content-type', 'application/json').end('{"data":{"size":3}}');
  }).listen(0, '127.0.0.1');
  await once(subgraph, 'listening');
  const url = `http://127.0.0.1:${(subgraph.address() as AddressInfo).port}/`;
  const folder = mkdtempSync(path.join(tmpdir(), 'foreign-'));
  const file = path.join(folder, 'supergraph.graphql');
  writeFileSync(file, compose([{ name: 'trees', url, sdl: 'type Query { size: Int }' }]));

  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const gateway = spawn(process.execPath, ['dist/infra/gateway.js', '--supergraph', file, '--port', String(port)], {
    env: { ...process.env, HUB_HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(gateway.stdout, 'data');
  const answer = await (await fetch(`http://127.0.0.1:${port}/graphql?query={size}`)).json();
  gateway.kill();
  subgraph.close();
  rmSync(folder, { recursive: true, force: true });

  expect(answer).toEqual({ data: { size: 3 } });
  expect(asked).toEqual([
    { query: '{size}', headers: expect.not.objectContaining({ authorization: expect.anything() }) },
  ]);
}, 30_000);

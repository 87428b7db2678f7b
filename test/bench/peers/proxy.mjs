import { Agent, createServer, request } from 'node:http';
import { given } from './read-arguments.mjs';

/** The floor: hands each request to one server that has the whole answer, and reads and writes both as a whole. */
const upstream = new URL(given.wholeUrl());
const agent = new Agent({ keepAlive: true });

createServer(async (asked, answer) => {
  const body = await whole(asked);
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  request(upstream, { method: 'POST', agent, headers }, async (response) => {
    const text = await whole(response);
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length }).end(text);
  }).end(body);
}).listen(given.port, '127.0.0.1');

async function whole(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

import { Agent, createServer, request } from 'node:http';
import { given } from './read-arguments.mjs';

/** The floor: hands each request to one server that has the whole answer, and reads and writes both as a whole. */
const upstream = new URL(given.wholeUrl());
const agent = new Agent({ keepAlive: true });

createServer((asked, answer) => {
  whole(asked, (body) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    request(upstream, { method: 'POST', agent, headers }, (response) => {
      whole(response, (text) => {
        answer.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length }).end(text);
      });
    }).end(body);
  });
}).listen(given.port, '127.0.0.1');

function whole(stream, then) {
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  stream.on('end', () => then(Buffer.concat(chunks)));
}

import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it, jest } from '@jest/globals';
import { readBody } from './read-body.ts';
import { type Answer, serveHttp } from './serve-http.ts';

let server: Server;
afterEach(() => {
  server.close();
  jest.restoreAllMocks();
});

async function askFor(answer: Answer): Promise<Response> {
  server = await serveHttp(0, answer);
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

it('answers with an error where something unexpected happens, and tells the log alone where', async () => {
  const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const response = await askFor(() => {
    throw new Error('secret');
  });

  expect([response.status, await response.json()]).toEqual([
    500,
    { errors: [{ message: expect.not.stringContaining('secret'), extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
  ]);
  expect(log).toHaveBeenCalledWith(expect.stringMatching(/"errorType":"Error".*serve-http\.test\.ts/));
});

it('ends the connection where an answer had begun, so that nobody takes the half for the whole', async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const whole = askFor((_, response) => {
    response.writeHead(200).write('{');
    throw new Error('secret');
  }).then((response) => response.text());

  await expect(whole).rejects.toThrow();
});

it('survives a client that hangs up within its body, and says nothing of it in the log', async () => {
  const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  let failed: unknown;
  server = await serveHttp(0, async (request) => {
    await readBody(request, 100).catch((error) => {
      failed = error;
      throw error;
    });
  });
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.end('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nhalf');
  await new Promise((resolve) => client.resume().once('close', resolve));
  await new Promise(setImmediate);

  expect(failed).toMatchObject({ message: 'aborted' });
  expect(log).not.toHaveBeenCalled();
});

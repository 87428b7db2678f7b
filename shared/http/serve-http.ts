import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { MISTAKE } from '../errors/mistake.ts';
import { requestIdOf } from '../log/current-request.ts';
import { log } from '../log/log.ts';
import { refuse } from './json.ts';
import { BodyNotUtf8, BodyTooLarge } from './read-body.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Listens on loopback alone, and keeps one request's failure from the others. Throws where the port is taken. */
export async function serveHttp(port: number, answer: Answer): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        response.setHeader('connection', 'close'); // the rest of the body is still on its way, and nobody reads it
        return refuse(response, 413, 'PAYLOAD_TOO_LARGE', error.message);
      }
      if (error instanceof BodyNotUtf8) return refuse(response, 400, 'BAD_REQUEST', error.message);
      log.mistake(error, { requestId: requestIdOf(response) });
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'INTERNAL_SERVER_ERROR', MISTAKE, { requestId: requestIdOf(response) });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is taken. Stop what listens there, or move the hub: PORT=… npm start.`);
  });
  return server;
}

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { MISTAKE } from '../errors/mistake.ts';
import { requestIdOf } from '../log/current-request.ts';
import { log } from '../log/log.ts';
import { refuse } from './json.ts';
import { type Listening, LOOPBACK } from './listening.ts';
import { BodyNotUtf8, BodyTooLarge } from './read-body.ts';
import { OLDEST_TLS, type ServerTls } from './tls.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * Listens on loopback, or as it is told, and keeps one request's failure from the others. Throws where the port is taken.
 * @param clients - how patient it is with them
 */
export async function serveHttp(
  port: number,
  answer: Answer,
  { host = LOOPBACK, tls, clients = {} }: Listening & { clients?: ServerOptions } = {},
): Promise<Server> {
  const listener: RequestListener = async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      if (error === request.errored) return; // the client hung up in the middle of its body
      if (error instanceof BodyTooLarge) {
        response.setHeader('connection', 'close'); // the rest of the body is still on its way, and nobody reads it
        return refuse(response, 413, 'PAYLOAD_TOO_LARGE', error.message);
      }
      if (error instanceof BodyNotUtf8) return refuse(response, 400, 'BAD_REQUEST', error.message);
      log.mistake(error, { requestId: requestIdOf(response) });
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'INTERNAL_SERVER_ERROR', MISTAKE, { requestId: requestIdOf(response) });
    }
  };
  const server = tls ? serverWithTls(tls, clients, listener) : createServer(clients, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is taken. Stop what listens there, or move the hub: PORT=… npm start.`);
  });
  return server;
}

const HANDSHAKE_MS = 10_000;
/** The same refusal is told to the log once in so many milliseconds. */
const TOLD_AGAIN_MS = 60_000;

function serverWithTls({ cert, key, clientCa }: ServerTls, clients: ServerOptions, listener: RequestListener): Server {
  const mustShowWho = clientCa !== undefined;
  const server = createTlsServer(
    {
      ...clients,
      cert,
      key,
      ca: clientCa,
      requestCert: mustShowWho,
      rejectUnauthorized: mustShowWho,
      minVersion: OLDEST_TLS,
      handshakeTimeout: HANDSHAKE_MS,
    },
    listener,
  );
  const told = new Map<string, number>();
  server.on('tlsClientError', (error: NodeJS.ErrnoException, socket: TLSSocket) => {
    if (error.code === 'ECONNRESET' && !socket.authorizationError) return; // it went away before it was judged
    const reason = String(socket.authorizationError ?? error.code ?? error.message);
    const now = performance.now();
    if (now - (told.get(reason) ?? Number.NEGATIVE_INFINITY) < TOLD_AGAIN_MS) return;
    told.set(reason, now);
    log.warn('a connection was refused', { reason });
  });
  return server;
}

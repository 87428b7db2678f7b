import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { targetOf } from '../../../shared/http/target.ts';
import { log } from '../../../shared/log/log.ts';
import { HttpProblem } from '../../graphql-over-http/http-problem.ts';
import type { Parameters } from '../../graphql-over-http/parameters.ts';
import type { Identify } from '../../identity/identify.ts';
import { TokenRefused } from '../../identity/token-refused.ts';
import type { LiveGraph } from '../../live-graph/live-graph.ts';
import type { GatewayContext } from '../../subgraph-client/send-signed.ts';
import type { Heartbeat } from '../heartbeat.ts';
import type { Subscriptions } from '../subscriptions.ts';
import { CLOSED, Connection, closedFor } from './connection.ts';
import { type Message, startOperation, type WsContext } from './operation.ts';

export interface WebSocketOptions {
  graph: LiveGraph<GatewayContext>;
  subscriptions: Subscriptions;
  heartbeat: Heartbeat;
  /** Bytes of one message. */
  largest: number;
}

/** What the host knows of a request before anything else: whether it may come in at all, and where it is from. */
export interface Entrance {
  /** Throws HttpProblem for who may not. */
  check(request: IncomingMessage): void;
  addressOf(request: IncomingMessage): string;
}

/** GraphQL over WebSocket, by the protocol graphql-transport-ws. */
export class WebSockets {
  readonly #options: WebSocketOptions;
  readonly #server: WebSocketServer;
  readonly #open = new Set<Connection>();

  constructor(options: WebSocketOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({ noServer: true, maxPayload: options.largest, handleProtocols });
  }

  /** Takes the server's upgrades at the path of the graph. */
  serve(server: Server, identify: Identify, entrance: Entrance): void {
    const protocol = this.#protocol(identify);
    server.on('upgrade', (request, socket, head) => {
      if (targetOf(request).path !== '/graphql') return refuse(socket, '404 Not Found');
      try {
        entrance.check(request);
      } catch (error) {
        if (!(error instanceof HttpProblem)) throw error;
        return refuse(socket, `${error.status} ${STATUS_CODES[error.status]}`);
      }
      if (this.#open.size >= this.#options.subscriptions.limits.inAll) return refuse(socket, '503 Service Unavailable');
      this.#server.handleUpgrade(request, socket, head, (opened) => {
        this.#opened(opened, request, entrance.addressOf(request), protocol);
      });
    });
  }

  /** Bytes that clients have not taken. */
  queuedBytes(): number {
    let bytes = 0;
    for (const one of this.#open) bytes += one.backlog();
    return bytes;
  }

  /** Sends everybody away, one after the other; with this code clients come back by themselves. */
  stop(within: number): void {
    for (const connection of this.#open) {
      setTimeout(() => connection.close(CLOSED.restart), Math.random() * within * 0.75).unref();
    }
    setTimeout(() => {
      for (const connection of this.#open) connection.terminate();
    }, within).unref();
  }

  #opened(
    socket: WebSocket,
    request: IncomingMessage,
    address: string,
    protocol: ReturnType<typeof makeServer<Record<string, unknown> | undefined, Connection>>,
  ): void {
    const { subscriptions, heartbeat } = this.#options;
    const onTooSlow = (): void => subscriptions.noteDropped('too_slow');
    const connection = new Connection(socket, request, subscriptions.limits.backlog, onTooSlow);
    connection.address = address;
    const endBeat = heartbeat.add(() => connection.beat());
    this.#open.add(connection);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => connection.send(text),
        close: (code, reason) => socket.close(code, reason),
        onMessage(take) {
          socket.on('message', (data) => {
            take(String(data)).catch((error) => {
              if (error instanceof TokenRefused) {
                log.info('refuses a token', { code: error.code });
                return connection.close(closedFor(error.code));
              }
              if (isServers(error)) return socket.close(CloseCode.BadRequest, 'Invalid message received');
              log.mistake(error);
              socket.close(4500, 'Internal server error');
            });
          });
        },
      },
      connection,
    );
    socket.on('error', () => {}); // what is wrong with a client's frames; `ws` closes the connection with the reason
    socket.once('close', (code, reason) => {
      endBeat();
      this.#open.delete(connection);
      void closed(code, String(reason));
    });
  }

  #protocol(identify: Identify) {
    const { graph, subscriptions } = this.#options;
    return makeServer<Record<string, unknown> | undefined, Connection>({
      async onConnect({ extra, connectionParams }) {
        const given = connectionParams?.authorization ?? extra.request.headers.authorization;
        extra.isOf(await identify(given === undefined || given === null ? undefined : String(given)));
      },
      onSubscribe: (ctx, id, payload) => argsFor(ctx, id, payload, graph),
      subscribe: (args) => startOperation(args, subscriptions),
      execute: (args) => startOperation(args, subscriptions),
    });
  }
}

/** The document was validated by the gateway's own rules: the library is given it as it is. */
function argsFor(
  ctx: WsContext,
  id: string,
  payload: SubscribePayload,
  graph: LiveGraph<GatewayContext>,
): ExecutionArgs | readonly GraphQLError[] {
  const { caller } = ctx.extra.session ?? {};
  if (!caller) throw new Error('The library lets nobody ask before the connection is acknowledged.');
  const { http, engine } = graph.current;
  const parameters: Parameters = {
    query: payload.query || undefined,
    operationName: payload.operationName || undefined,
    variables: payload.variables ?? undefined,
    extensions: payload.extensions ?? undefined,
  };
  try {
    const context = { caller, address: ctx.extra.address };
    const asked = http.questions.read(parameters, context);
    if ('errors' in asked) return asked.errors;
    const message: Message = { ctx, id, asked, http, context: { ...context, request: { id: randomUUID() } } };
    return {
      schema: engine.schema,
      document: asked.document,
      operationName: asked.operationName,
      contextValue: message,
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    if (error instanceof HttpProblem) return [error.toError()];
    throw error;
  }
}

/** Whether a client sent what only a server sends, of which the library says no more than this. */
const isServers = (error: unknown): boolean =>
  error instanceof Error && /^Unexpected message of type/.test(error.message);

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Which event it is, in the text of one. */
type Numbering = RegExp;

/** What the clients got of one event. */
export interface Arrival {
  clients: number;
  /** By the clock of Date. */
  last: number;
}

const OPENED_AT_ONCE = 100;

/** Clients of server-sent events on plain sockets: so the bench itself costs as little as can be. */
export class Subscribers {
  readonly #sockets: Socket[] = [];
  readonly #numbering: Numbering;
  readonly arrivals = new Map<number, Arrival>();
  /** The numbers that each client got, in the order in which they came. */
  readonly sequences: number[][] = [];
  /** Of clients that were cut off, what came last. */
  readonly ends: string[] = [];

  /** @param numbering - finds the number of an event in the line with its data */
  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** Subscribes one client to each document, and returns when the server has taken all of them. */
  async open(url: string, documents: string[]): Promise<void> {
    for (let at = 0; at < documents.length; at += OPENED_AT_ONCE) {
      await Promise.all(documents.slice(at, at + OPENED_AT_ONCE).map((document) => this.#subscribe(url, document)));
    }
  }

  close(): void {
    for (const socket of this.#sockets.splice(0)) socket.destroy();
  }

  async #subscribe(url: string, document: string): Promise<void> {
    const socket = await connectTo(url);
    this.#sockets.push(socket);
    const sequence: number[] = [];
    this.sequences.push(sequence);
    const body = JSON.stringify({ query: document });
    const { host, pathname } = new URL(url);
    socket.write(
      [
        `POST ${pathname} HTTP/1.1`,
        `host: ${host}`,
        'content-type: application/json',
        'accept: text/event-stream',
        `content-length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    );
    let rest = '';
    let taken: ((error?: Error) => void) | undefined;
    const accepted = new Promise<void>((resolve, reject) => {
      taken = (error) => (error ? reject(error) : resolve());
    });
    socket.setEncoding('utf8').on('data', (text: string) => {
      if (taken) taken(text.startsWith('HTTP/1.1 200') ? undefined : new Error(text.slice(0, 500)));
      taken = undefined;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data:')) this.#note(line, sequence);
    });
    socket.once('close', () => void this.ends.push(sequence.at(-1)?.toString() ?? 'before the first event'));
    await accepted;
  }

  #note(line: string, sequence: number[]): void {
    const found = this.#numbering.exec(line)?.[1];
    if (found === undefined) return;
    const number = Number(found);
    sequence.push(number);
    const arrival = this.arrivals.get(number) ?? { clients: 0, last: 0 };
    arrival.clients++;
    arrival.last = Date.now();
    this.arrivals.set(number, arrival);
  }
}

/** Connections that ask for nothing: what a subscriber costs is counted from here. */
export async function idleConnections(url: string, count: number): Promise<{ close(): void }> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const more = Math.min(OPENED_AT_ONCE, count - sockets.length);
    sockets.push(...(await Promise.all(Array.from({ length: more }, () => connectTo(url)))));
  }
  return { close: () => void sockets.splice(0).map((socket) => socket.destroy()) };
}

async function connectTo(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  return socket;
}

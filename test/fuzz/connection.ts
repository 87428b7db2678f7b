import { connect } from 'node:net';
import type { Shot } from './shot.ts';

/** So long nothing may come of an answer, and a connection may stay open that its client has left. */
const PATIENCE_MS = 10_000;
/** After so long a silence the client of a stream, or of a broken request, leaves. */
const SILENCE_MS = 150;

/** What came back, before the gateway closed the connection. */
export interface Received {
  bytes: Buffer;
  /** False where the client lost its patience. */
  isClosed: boolean;
}

/** Between the first that comes back and what is sent then: so long it takes to know who asks. */
const KNOWN_MS = 40;

/** Fires it over a connection of its own. */
export function send(port: number, { bytes, later, isWhole }: Shot): Promise<Received> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const leave = isWhole ? undefined : setTimeout(() => socket.end(), SILENCE_MS);
    const losePatience = setTimeout(() => end(false), PATIENCE_MS);
    const end = (isClosed: boolean): void => {
      clearTimeout(leave);
      clearTimeout(losePatience);
      socket.destroy();
      resolve({ bytes: Buffer.concat(chunks), isClosed });
    };
    socket.on('data', (chunk: Buffer) => {
      if (later && chunks.length === 0) setTimeout(() => socket.writable && socket.write(later), KNOWN_MS);
      chunks.push(chunk);
      leave?.refresh();
      losePatience.refresh();
    });
    socket.on('error', () => {}); // the gateway may hang up before it has read everything
    socket.on('close', () => end(true));
    socket.write(bytes);
  });
}

/** One answer over HTTP. */
export interface HttpAnswer {
  status: number;
  headers: ReadonlyMap<string, string>;
  body: string;
  /** Whether all of its body came. */
  isWhole: boolean;
}

/** The answers in what came back, one behind the other. */
export function answersIn(bytes: Buffer, { hasBodies }: { hasBodies: boolean }): HttpAnswer[] {
  const answers: HttpAnswer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    const [line = '', ...lines] = rest.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1]);
    if (!status) break;
    const headers = new Map(
      lines.map((one) => [one.split(':')[0]?.toLowerCase() ?? '', one.replace(/^[^:]*:\s*/, '')]),
    );
    const { body, length, isWhole } = readBody(
      rest.subarray(end + 4),
      headers,
      hasBodies && ![204, 304].includes(status),
    );
    if (status >= 200) answers.push({ status, headers, body: body.toString('utf8'), isWhole });
    rest = rest.subarray(end + 4 + length);
  }
  return answers;
}

function readBody(bytes: Buffer, headers: ReadonlyMap<string, string>, hasBody: boolean) {
  const length = Number(headers.get('content-length') ?? (hasBody ? Number.NaN : 0));
  if (!hasBody || length === 0) return { body: Buffer.alloc(0), length: 0, isWhole: true };
  if (headers.get('transfer-encoding') === 'chunked') return readChunks(bytes);
  if (Number.isNaN(length)) return { body: bytes, length: bytes.length, isWhole: true };
  return { body: bytes.subarray(0, length), length, isWhole: bytes.length >= length };
}

function readChunks(bytes: Buffer) {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, Math.max(end, at)).toString('latin1'), 16);
    if (!(size > 0))
      return { body: Buffer.concat(chunks), length: end < 0 ? bytes.length : end + 4, isWhole: size === 0 };
    chunks.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

import type { IncomingMessage } from 'node:http';

export class BodyTooLarge extends Error {}

export class BodyNotUtf8 extends Error {}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a request's body as text. Throws BodyTooLarge past `limit` bytes, without reading on, and BodyNotUtf8 rather
 * than put a replacement in the place of what it cannot read.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(`The request's body is larger than ${limit} bytes. Send less at once.`);
    chunks.push(chunk);
  }
  try {
    return UTF8.decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new BodyNotUtf8("The request's body is not UTF-8.", { cause });
  }
}

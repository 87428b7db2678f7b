import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from '../../shared/http/json.ts';
import { targetOf } from '../../shared/http/target.ts';
import type { GraphQLOverHttp } from '../graphql-over-http/answer-graphql.ts';
import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import type { Exported, ExportOutcome } from '../metrics/export-metrics.ts';
import { EXPORT_FILES, type ExportFile } from './export-file.ts';
import { figurePages } from './figure-pages.ts';
import { HungUp, OwnGraph } from './own-graph.ts';
import { readRelease } from './published-release.ts';
import { headersOf, isKnown, tagOf } from './release-headers.ts';
import { assertCovers, readWish } from './wish.ts';

const FILE = /^\/releases\/([\w-]+)\/([\w.-]+)$/;

/** So many bytes are made before the client has taken those before them. */
const AHEAD = 64 * 1024;
/** What a file costs whoever takes it, however many pages it is made of. */
const FILE_COST = 1_000;

export const isReleasePath = (path: string): boolean => FILE.test(path);

export interface ReleaseRoute<C> {
  /** The graph that is live when the request comes; the whole file is from it. */
  http: GraphQLOverHttp<C>;
  onExported: Exported;
}

/** `GET /releases/<id>/<file>`: what is published, as a file, for whoever asks. */
export async function answerRelease<C>(
  request: IncomingMessage,
  response: ServerResponse,
  context: C,
  { http, onExported }: ReleaseRoute<C>,
): Promise<void> {
  const began = performance.now();
  const [, id = '', name = ''] = FILE.exec(targetOf(request).path) ?? [];
  let outcome: ExportOutcome = 'failed';
  try {
    http.questions.charge(FILE_COST, context);
    const graph = new OwnGraph(http, context, response);
    outcome = await answer(request, response, graph, { id, name, file: fileOf(request, name) });
  } catch (error) {
    if (isHangUp(error)) {
      outcome = 'abandoned';
      return;
    }
    if (!(error instanceof HttpProblem) || response.headersSent) throw error;
    outcome = 'refused';
    for (const [header, value] of Object.entries(error.headers)) response.setHeader(header, value);
    refuse(response, error.status, error.code, error.message);
  } finally {
    onExported(name, outcome, performance.now() - began);
  }
}

/** By the errors of a stream whose reader has gone; that the response is closed says nothing, for whatever fails closes it. */
const isHangUp = (error: unknown): boolean =>
  error instanceof HungUp ||
  ['ERR_STREAM_PREMATURE_CLOSE', 'EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '');

function fileOf({ method }: IncomingMessage, name: string): ExportFile {
  const file = EXPORT_FILES.get(name);
  if (!file) {
    const message = `A release has no file ${name}. It has ${[...EXPORT_FILES.keys()].join(', ')}.`;
    throw new HttpProblem(404, 'NOT_FOUND', message);
  }
  if (method === 'GET' || method === 'HEAD') return file;
  throw new HttpProblem(405, 'METHOD_NOT_ALLOWED', 'A file is taken with GET.', { allow: 'GET, HEAD' });
}

interface Asked {
  id: string;
  name: string;
  file: ExportFile;
}

async function answer<C>(
  request: IncomingMessage,
  response: ServerResponse,
  graph: OwnGraph<C>,
  { id, name, file }: Asked,
): Promise<ExportOutcome> {
  const wish = readWish(targetOf(request).search);
  const { language, territory } = wish;
  const release = await readRelease(graph, { id, language, contributors: file.showsContributors });
  assertCovers(release, territory);
  file.check?.(release);

  const headers = headersOf(release, file, name, wish);
  if (isKnown(request.headers['if-none-match'], tagOf(release, file))) {
    const { etag, 'cache-control': cacheControl } = headers;
    response.writeHead(304, { etag, 'cache-control': cacheControl }).end();
    return 'unchanged';
  }
  if (request.method === 'HEAD') {
    response.writeHead(200, headers).end();
    return 'ok';
  }
  const pages = figurePages(graph, id, territory);
  const written = file.write({ release, language, pages, territory: territory ?? release.territory.code });
  await send(response, headers, written);
  return 'ok';
}

/** The headers go out with the first of the file, so that until then an error can be told. */
async function send(
  response: ServerResponse,
  headers: ReturnType<typeof headersOf>,
  written: AsyncIterable<string | Buffer>,
): Promise<void> {
  const chunks = written[Symbol.asyncIterator]();
  const first = await chunks.next();
  response.writeHead(200, headers);
  async function* all(): AsyncGenerator<string | Buffer> {
    if (!first.done) yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  await pipeline(Readable.from(all(), { objectMode: false, highWaterMark: AHEAD }), response);
}

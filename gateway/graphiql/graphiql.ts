import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { targetOf } from '../../shared/http/target.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { PLAN_HEADER } from '../graphql-over-http/answer-graphql.ts';

/** The page needs nothing from outside, and may ask nobody but the gateway. */
const POLICY =
  "default-src 'self' data: blob:; script-src 'unsafe-inline' 'unsafe-eval' blob:; style-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'";

const pages = new Map<boolean, Promise<Buffer>>();

/** Whether a person's browser opens the endpoint, rather than a program that asks it something. */
export const wantsPage = (request: IncomingMessage): boolean =>
  request.method === 'GET' &&
  (request.headers.accept ?? '').includes('text/html') &&
  !new URLSearchParams(targetOf(request).search).has('query');

/** Shows GraphiQL, opened on the first question; with `showsPlans` a header beside it asks for the plan, too. */
export async function showGraphiQL(response: ServerResponse, { showsPlans = false } = {}): Promise<void> {
  const page = pages.get(showsPlans) ?? render(showsPlans);
  pages.set(showsPlans, page);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
  });
  response.end(await page);
}

/** Nine megabytes of page, loaded and packed when the first person asks for it. */
async function render(showsPlans: boolean): Promise<Buffer> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const question = readFileSync(path.join(projectRoot(), 'gateway/first-question.graphql'), 'utf8');
  const headers = showsPlans ? JSON.stringify({ [PLAN_HEADER]: '1' }, null, 2) : undefined;
  const html = renderGraphiQL({
    title: 'Integration hub',
    defaultQuery: question,
    defaultHeaders: headers,
    endpoint: '/graphql',
  } as never);
  return promisify(gzip)(html);
}

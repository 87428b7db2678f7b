import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { refuse } from '../../shared/http/json.ts';

/** The page needs nothing from outside, asks nobody but the gateway, and cannot be put into another site's frame. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'", // charts bring their own
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = /^\/(?:(?:map|money|community|partners|manufactories(?:\/[\w-]+)?)\/?)?$/;
const FILE = /^\/assets\/[\w.-]+$/;

/** Whether a path is the dashboard's: one of its pages, or what they are made of. */
export const isDashboardPath = (path: string): boolean => PAGE.test(path) || FILE.test(path);

export type ShowDashboard = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves the built dashboard, packed as the browser takes it; all pages are one, which reads its address. @param folder - as Vite built it */
export function dashboardIn(folder: string): ShowDashboard {
  if (!existsSync(folder)) return (_, response) => notBuilt(response);
  const serve = sirv(folder, {
    single: true,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader('content-security-policy', POLICY);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'same-origin');
      response.setHeader('cache-control', FILE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'The dashboard is read with GET.');
    }
    delete request.headers.range; // the files are small, and only whole ones are of use
    serve(request, response, () => notBuilt(response));
  };
}

const notBuilt = (response: ServerResponse): void =>
  refuse(response, 404, 'NOT_FOUND', 'This part of the dashboard is not built here: `npm start` builds it.');

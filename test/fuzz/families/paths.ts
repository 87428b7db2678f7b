import type { Choices } from '../../kit/choices.ts';
import { nastyText } from '../nasty.ts';
import { authorization, type Family, type Known, request, somebody } from '../shot.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MERGE', 'QUERY'];
const SEGMENTS = ['..', '.', '', '%2e%2e', '%00', '%', '%zz', '%c0%af', ';a=b', 'etc', 'passwd', '__proto__', '%252e'];
const FILES = [
  'sdmx.csv',
  'data.json',
  'data.csv',
  'data.xlsx',
  'esf-plus.csv',
  'nothing.csv',
  '__proto__',
  'toString',
];
const PLACES = ['/', '/graphql', '/health', '/ready', '/metrics', '/supergraph', '/people', '/favicon.ico', '//', '/*'];
const HEADERS = [
  'origin: https://evil.example',
  'origin: null',
  'sec-fetch-site: cross-site',
  'range: bytes=0-1,5-',
  'if-none-match: *',
  'if-none-match: W/"x", "y"',
  'accept: text/html',
  'accept: text/event-stream',
  'x-forwarded-for: ::1, 10.0.0.1',
  'x-http-method-override: PUT',
  'access-control-request-method: PUT',
  'cache-control: max-age=99999999999999999999, no-store, only-if-cached',
  'last-event-id: 99999999999999999999',
  'content-type: application/json',
  'hub-query-plan: 1',
  'cookie: __proto__=1; a=b',
];
const SDL = 'type Query { stolen: String }';

/** Any method at any path. */
export const paths: Family = (choices, known) => {
  const who = somebody(choices, known);
  const method = choices.pick(METHODS);
  const path = `${choices.pick(WAYS)(choices, known)}${search(choices, known)}`;
  const isOperators = /^\/(supergraph|subgraphs)/.test(path);
  // The operator's are no SDL, for one that is would go live.
  const body = who === 'operator' && isOperators ? 'type Query {' : SDL;
  const headers = [...authorization(who, known.tokens), ...choices.some(HEADERS, 8)];
  const bytes = request({ method, path, headers, ...(method === 'GET' || method === 'HEAD' ? {} : { body }) });
  return { bytes, who, isWhole: !headers.includes('accept: text/event-stream') };
};

const WAYS: readonly ((choices: Choices, known: Known) => string)[] = [
  (choices) => choices.pick(PLACES),
  (choices) => `/subgraphs/${choices.pick(['cps', 'nothing', '__proto__', 'x'.repeat(5_000), nastyPart(choices)])}`,
  (choices, { releases, ids }) =>
    `/releases/${choices.pick([choices.pick(releases), choices.pick(ids), nastyPart(choices)])}/${choices.pick(FILES)}`,
  (choices, { releases }) => `/releases/${choices.pick(releases)}/${choices.pick(FILES)}`,
  (choices, { ids }) => `/people/${choices.pick(ids)}/${choices.pick(['export.json', 'accesses', nastyPart(choices)])}`,
  (choices) => `${choices.pick(PLACES)}/${Array.from({ length: 5 }, () => choices.pick(SEGMENTS)).join('/')}`,
  (choices) => `${choices.pick(PLACES)}${nastyPart(choices)}`,
];

const nastyPart = (choices: Choices): string =>
  encodeURIComponent(nastyText(choices).toWellFormed().slice(0, 8_000)).slice(0, 8_000);

function search(choices: Choices, { documents }: Known): string {
  return choices.pick([
    () => '',
    () => '',
    () => `?${choices.pick(['language', 'territory', 'url', 'refuse', 'lang'])}=${nastyPart(choices)}`,
    () => `?query=${encodeURIComponent(choices.pick(documents))}&variables=${nastyPart(choices)}`,
    () => `?query=${nastyPart(choices)}&extensions=${nastyPart(choices)}&operationName=${nastyPart(choices)}`,
    () => `?territory=${choices.pick(['PL', 'PL21', 'PL_1261011', 'DE', 'pl'])}&language=${choices.pick(['en', 'pl'])}`,
    () => `?${'a=b&'.repeat(3_000)}`,
    () => '?%',
  ])();
}

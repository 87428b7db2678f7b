import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import type { HostSettings } from './host-settings.ts';

/** What a page of an allowed origin may send and read beside what any page may. */
const HEADERS = 'authorization, content-type, cache-control, last-event-id, hub-query-plan';
const READABLE = 'retry-after, age, cache-status';
const REMEMBERED_SECONDS = '7200';

/**
 * Keeps out what a browser sends on behalf of a page that has no business here. The hub has no cookies, so no page can ask with
 * somebody else's rights; but reading is open on this machine, and a page that a person here looks at could ask from here.
 */
export class Door {
  readonly #hosts: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;
  readonly #ownNames: ReadonlySet<string>;

  constructor({ hosts, origins }: Pick<HostSettings, 'hosts' | 'origins'>) {
    this.#ownNames = new Set(hosts.map((host) => host.toLowerCase()));
    this.#hosts = new Set(['localhost', ...this.#ownNames]);
    this.#origins = new Set(origins);
  }

  /**
   * Throws for a name that is not the gateway's own: whoever owns a name can let it lead to this machine, and a browser would take their page
   * for one of ours. An address cannot be made to lead elsewhere.
   */
  checkHost({ headers: { host = '' } }: IncomingMessage): void {
    const name = nameOf(host);
    if (host === '' || this.#hosts.has(name) || isIP(name)) return;
    const message = `This gateway is not known as ${name.slice(0, 100)}. Name it in PUBLIC_HOSTS where it is to be.`;
    throw new HttpProblem(421, 'HOST_NOT_KNOWN', message);
  }

  /** Throws where a browser asks on behalf of another site's page, by whatever way needs no leave of ours. */
  checkOrigin({ headers }: IncomingMessage): void {
    const { origin } = headers;
    const isForeign =
      origin === undefined
        ? ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))
        : !this.#isAllowed(origin, headers.host);
    if (!isForeign) return;
    const message = `A page of ${origin ?? 'another site'} may not ask here. Name its origin in CORS_ORIGINS where it is to.`;
    throw new HttpProblem(403, 'CROSS_SITE', message);
  }

  /** Lets pages of the allowed origins read the answer, and says that it depends on who asks. */
  grant({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
    if (this.#origins.size === 0) return;
    response.setHeader('vary', 'origin, accept');
    if (origin === undefined || !this.#origins.has(origin)) return;
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', READABLE);
  }

  /** Answers a browser that asks whether a page may ask. True where the request was that. */
  answersPreflight({ method, headers: { origin } }: IncomingMessage, response: ServerResponse): boolean {
    if (method !== 'OPTIONS' || origin === undefined) return false;
    const granted = {
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': HEADERS,
      'access-control-max-age': REMEMBERED_SECONDS,
    };
    response.writeHead(204, this.#origins.has(origin) ? granted : {}).end();
    return true;
  }

  /** The origin of the page that the gateway itself shows is allowed, too; a proxy before it may have put another name into `host`. */
  #isAllowed(origin: string, host = ''): boolean {
    if (this.#origins.has(origin)) return true;
    if (!URL.canParse(origin)) return false;
    const own = new URL(origin);
    return own.host === host.toLowerCase() || this.#ownNames.has(own.hostname);
  }
}

/** Without the port, and without the brackets of IPv6. */
const nameOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1');

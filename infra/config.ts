import path from 'node:path';
import { projectRoot } from '../shared/reference-data/project-root.ts';
import { DEFAULT_PORT, SUBGRAPHS, type SubgraphName, urlOf } from './subgraphs.ts';

export interface HubConfig {
  /** The gateway's port; the subgraphs follow it. */
  port: number;
  /** Where data, secrets and logs are. */
  home: string;
  /** Real servers in place of the embedded one. */
  databaseUrls: Partial<Record<SubgraphName, string>>;
  /** The same servers, as the roles that own the tables there. */
  ownerUrls: Partial<Record<SubgraphName, string>>;
  /** Subgraphs that run elsewhere. */
  subgraphUrls: Partial<Record<SubgraphName, string>>;
  /** What the gateway asks those by that run here. */
  scheme: 'http' | 'https';
}

const defaultHome = (): string => path.join(projectRoot(), '.hub');

/**
 * Reads `PORT`, `HUB_HOME`, `DATABASE_URL_<NAME>` with `DATABASE_OWNER_URL_<NAME>`, `SUBGRAPH_URL_<NAME>`, and by `TLS_CERT`
 * that subgraphs have TLS.
 */
export function hubConfig(environment: NodeJS.ProcessEnv = process.env): HubConfig {
  const port = Number(environment.PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535 - SUBGRAPHS.length) {
    throw new Error(`PORT=${environment.PORT} is no port that leaves room for ${SUBGRAPHS.length} more behind it.`);
  }
  const named = (prefix: string, example: string): Partial<Record<SubgraphName, string>> =>
    Object.fromEntries(
      SUBGRAPHS.flatMap((name) => {
        const setting = `${prefix}_${name.toUpperCase()}`;
        const value = environment[setting];
        if (!value) return [];
        if (!isAddressLike(value, example)) throw new Error(`${setting} is no address like ${example}.`);
        return [[name, value]];
      }),
    );
  const [databaseUrls, ownerUrls] = ['DATABASE_URL', 'DATABASE_OWNER_URL'].map((prefix) =>
    named(prefix, 'postgresql://role:password@host:5432/database'),
  ) as [HubConfig['databaseUrls'], HubConfig['ownerUrls']];
  assertBoth(databaseUrls, ownerUrls);
  return {
    port,
    home: path.resolve(environment.HUB_HOME || defaultHome()),
    databaseUrls,
    ownerUrls,
    subgraphUrls: named('SUBGRAPH_URL', 'http://127.0.0.1:4001/'),
    scheme: environment.TLS_CERT ? 'https' : 'http',
  };
}

/** A database of one's own has two roles: whoever could change its tables could change who sees which rows. */
function assertBoth(databaseUrls: HubConfig['databaseUrls'], ownerUrls: HubConfig['ownerUrls']): void {
  const half = SUBGRAPHS.find((name) => Boolean(databaseUrls[name]) !== Boolean(ownerUrls[name]));
  if (!half) return;
  const [running, owning] = ['DATABASE_URL', 'DATABASE_OWNER_URL'].map((prefix) => `${prefix}_${half.toUpperCase()}`);
  const [set, missing] = databaseUrls[half] ? [running, owning] : [owning, running];
  throw new Error(
    `${set} is set and ${missing} is not. A database of your own has two roles: ${owning} names the one that owns its tables and is used at the start alone, ${running} the one that runs the subgraph and owns nothing.`,
  );
}

/** Whether it is a URL for the same protocol; the value itself may hold a password, and is never repeated. */
function isAddressLike(value: string, example: string): boolean {
  const url = value.replace('@/', '@localhost/'); // a server on a Unix socket has no host
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return example.startsWith('http') ? /^https?:$/.test(protocol) : /^postgres(ql)?:$/.test(protocol);
}

/** A path as whoever typed it meant it: npm runs the program in the project's root, wherever it was called. */
export const pathFromCaller = (given: string, environment: NodeJS.ProcessEnv = process.env): string =>
  path.resolve(environment.INIT_CWD ?? '', given);

/** Where each subgraph of the hub is. */
export const subgraphUrls = ({ port, scheme, subgraphUrls: elsewhere }: HubConfig): Record<SubgraphName, string> =>
  Object.fromEntries(SUBGRAPHS.map((name) => [name, elsewhere[name] ?? urlOf(name, port, scheme)])) as Record<
    SubgraphName,
    string
  >;

/** What has to stand before a command for this hub, where it is not the default one; else nothing. */
export function settingsFor({ home, port }: HubConfig): string {
  const settings = [
    ...(home === defaultHome() ? [] : [`HUB_HOME=${home}`]),
    ...(port === DEFAULT_PORT ? [] : [`PORT=${port}`]),
  ];
  return settings.map((setting) => `${setting} `).join('');
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { issueToken } from '../../gateway/try-out/issue-token.ts';
import { PERSONAS, type Persona } from '../../gateway/try-out/personas.ts';
import { hubConfig, subgraphUrls } from '../../infra/config.ts';
import { readSecrets, type Secrets } from '../../infra/secrets.ts';
import { toGlobalId } from '../../shared/global-id/global-id.ts';
import { randomQuestion } from '../hub/cached/random-question.ts';
import { readRows } from '../hub/cached/rows.ts';
import { Choices } from '../kit/choices.ts';
import { startWithDemo } from '../kit/demo-hub.ts';
import { Hub } from '../kit/hub.ts';
import { PartnerSystem } from '../kit/partner-system.ts';
import { GatewayProcess, type Memory } from '../reload/gateway-process.ts';
import { guardedTypes } from './guarded-types.ts';
import type { Guarded } from './judge.ts';
import type { Known } from './shot.ts';

const DRAFT = 'A service that nobody has offered yet, 7f3a';
const SUPERGRAPH = readFileSync('gateway/supergraph.graphql', 'utf8');
const QUESTIONS = 60;
/** Of each of these there must be rows that are not for everybody, or nothing could be seen that should not. */
const GUARDED = ['Order', 'Submission'];

/** The whole hub with the rows of the demo, and a second gateway before it, which is fuzzed. */
export class FuzzedHub {
  readonly #hub = new Hub();
  readonly #gateway = new GatewayProcess();
  #secrets: Secrets;
  #pushed = 0;
  #logged: ReadonlyMap<string, number>;
  known: Known;
  guarded: Guarded;

  async start(): Promise<void> {
    await startWithDemo(this.#hub);
    const secrets = readSecrets(this.#hub.home);
    if (!secrets) throw new Error('A hub that started has secrets.');
    this.#secrets = secrets;
    const urls = subgraphUrls({ ...hubConfig({}), port: this.#hub.port });
    await this.#gateway.start(SUPERGRAPH, secrets.operatorToken, {
      HUB_HOME: this.#hub.home,
      PORT: String(this.#hub.port),
      CACHE_MEGABYTES: '1',
      RATE_PER_SECOND: '0', // or most would be told to come later
      ...Object.fromEntries(Object.entries(urls).map(([name, url]) => [`SUBGRAPH_URL_${name.toUpperCase()}`, url])),
    });
    await this.#learn();
    this.#logged = this.#logSizes();
  }

  get port(): number {
    return Number(new URL(this.#gateway.url).port);
  }

  memory(): Promise<Memory> {
    return this.#gateway.memory();
  }

  /** Takes the same graph once more, so that nothing is kept of the operations that were asked. */
  async forgetPlans(): Promise<void> {
    const response = await fetch(`${this.#gateway.url}/supergraph`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${this.#secrets.operatorToken}` },
      body: `${SUPERGRAPH}\n# ${++this.#pushed}\n`,
    });
    if (response.status !== 200) throw new Error(await response.text());
  }

  /** What the gateway and the subgraphs wrote into their logs since the start, about mistakes, and what the starter says of programs that are lost. */
  mistakes(): string[] {
    const logs = [...this.#logSizes().keys()].map((file) =>
      readFileSync(file).subarray(this.#logged.get(file)).toString(),
    );
    return [this.#gateway.output, this.#hub.output, ...logs].flatMap(
      (log) => log.match(/^.*\n\s+at .*$|^.* stopped; the others go on.*$/gm) ?? [],
    );
  }

  /** Status and text of the answer to the operator. */
  async ask(at: string, body?: object): Promise<string> {
    const headers = { authorization: `Bearer ${this.#secrets.operatorToken}`, 'content-type': 'application/json' };
    const method = body ? 'POST' : 'GET';
    const response = await fetch(`${this.#gateway.url}${at}`, { method, headers, body: body && JSON.stringify(body) });
    return `${response.status} ${await response.text()}`;
  }

  async end(): Promise<void> {
    await this.#gateway.end();
    await this.#hub.remove();
  }

  #logSizes(): Map<string, number> {
    const folder = path.join(this.#hub.home, 'logs');
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    return new Map(files.map((file) => [file, readFileSync(file).length]));
  }

  async #query(query: string): Promise<Record<string, unknown>> {
    const answer = await this.ask('/graphql', { query });
    const { data } = JSON.parse(answer.slice(4));
    if (!data) throw new Error(answer);
    return data;
  }

  async #learn(): Promise<void> {
    await this.#writeDraft();
    const data = await this.#query(getIntrospectionQuery());
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    const rows = await readRows(schema, (query) => this.#query(query));
    const questions = Array.from({ length: QUESTIONS }, (_, i) => randomQuestion(Choices.seeded(i), schema, rows));
    for (const type of GUARDED) if (!rows.ids.get(type)?.length) throw new Error(`The demo has no ${type}.`);
    const tokens = await this.#tokens(rows.ids.get('Beneficiary')?.[0]);
    this.known = {
      schema,
      documents: [...exampleOperations(), ...sensitive(schema), ...questions],
      ids: [...rows.ids.values()].flatMap((ids) => ids.slice(0, 12)),
      cursors: await this.#cursors(schema),
      releases: rows.ids.get('Release') ?? [],
      tokens,
    };
    const { ids, mayRead } = guardedTypes(SUPERGRAPH, scopesOf);
    this.guarded = { ids, mayRead, drafts: [DRAFT], secrets: textsIn(this.#secrets) };
  }

  /** Beside what the demo has: a row that only some may see. */
  async #writeDraft(): Promise<void> {
    const system = new PartnerSystem(this.#hub);
    const query = '{ manufactories(first: 1) { nodes { id parentInstitution { organisation { id } } } } }';
    const { manufactories } = await system.read<{ manufactories: { nodes: Manufactory[] } }>(query);
    const [manufactory] = manufactories.nodes;
    await system.write('draftService', {
      manufactoryId: manufactory?.id,
      organisationId: manufactory?.parentInstitution.organisation.id,
      name: DRAFT,
      activityCode: 'S90.20',
      territory: 'PL_1261011-D18',
    });
  }

  async #cursors(schema: GraphQLSchema): Promise<string[]> {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
    const lists = fields.filter(
      ({ type, args }) =>
        /Connection$/.test(String(type)) &&
        args.every((arg) => !/!$/.test(String(arg.type)) || arg.defaultValue !== undefined),
    );
    const asked = lists.map(({ name }) => `${name}(first: 1) { pageInfo { endCursor } }`);
    const data = (await this.#query(`{ ${asked.join(' ')} }`)) as Record<
      string,
      { pageInfo: { endCursor: string | null } }
    >;
    return Object.values(data).flatMap(({ pageInfo }) => pageInfo.endCursor ?? []);
  }

  async #tokens(beneficiary = toGlobalId('Beneficiary', '11111111-1111-4111-8111-111111111111')) {
    const names = Object.keys(PERSONAS);
    const issued = names.map(async (as): Promise<[string, string]> => {
      const wish = as === 'data-subject' ? { as, beneficiary } : { as };
      return [as, await issueToken(this.#secrets.localIssuerKey, wish, {})];
    });
    return new Map([['operator', this.#secrets.operatorToken], ...(await Promise.all(issued))]);
  }
}

interface Manufactory {
  id: string;
  parentInstitution: { organisation: { id: string } };
}

const scopesOf = (who: string): readonly string[] =>
  who === 'operator' ? ['hub:write'] : ((PERSONAS as Record<string, Persona>)[who]?.scopes ?? []);

/** Those that README shows. */
const exampleOperations = (): string[] =>
  [...readFileSync('README.md', 'utf8').matchAll(/^```graphql\n(.*?)^```/gms)].map(([, code = '']) => code);

/** What only some may ask. */
function sensitive(schema: GraphQLSchema): string[] {
  const exported = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => name.startsWith('export'));
  return [
    'query ($first: Int!, $after: String) { orders(first: $first, after: $after) { nodes { id status } totalCount } }',
    'query ($first: Int!) { submissions(first: $first) { edges { cursor node { id version } } } }',
    'query ($id: ID!) { node(id: $id) { __typename id ... on Order { status } ... on Submission { version } } }',
    'query ($id: ID!) { order(id: $id) { id status } submission(id: $id) { id } service(id: $id) { id name } }',
    '{ marketplaceFigures(dataset: "MANUFACTORIES", period: "2026-Q1") { csv } }',
    ...exported.map((name) => `{ ${name} { partner csv } }`),
  ];
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? (value.length > 20 ? [value] : []) : Object.values(value as object).flatMap(textsIn);

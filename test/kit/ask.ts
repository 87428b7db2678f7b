import type { RequestContext } from '../../shared/subgraph/subgraph.ts';
import type { Caller } from '../../shared/trust/caller.ts';
import type { Answer, SubgraphUnderTest } from './subgraph.ts';

/** What a subgraph answers to a question that it must be able to answer. */
export async function read<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  source: string,
  variables: Record<string, unknown> = {},
  caller?: Caller,
): Promise<NonNullable<Answer['data']>> {
  const { data, errors } = await subgraph.ask(source, variables, caller);
  if (errors || !data) throw new Error(`${errors?.[0]?.path?.join('.')}: ${errors?.[0]?.message}`);
  return data;
}

/** What a subgraph tells the gateway about some entities of a type, by their keys. */
export async function readEntities<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  type: string,
  keys: string[],
  fields: string,
  key = 'id',
  caller?: Caller,
): Promise<NonNullable<Answer['data']>[]> {
  const data = await read(
    subgraph,
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${fields} } } }`,
    { keys: keys.map((value) => ({ __typename: type, [key]: value })) },
    caller,
  );
  return data._entities;
}

/** The pages of a list, one after the other: `source` takes `$after`, and `at` finds the connection in its answer. */
export async function readPages<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  source: string,
  at: (data: NonNullable<Answer['data']>) => unknown,
): Promise<PageRead[]> {
  const pages: PageRead[] = [];
  for (let after: string | null = null; ; ) {
    const page = at(await read(subgraph, source, { after })) as PageRead;
    pages.push(page);
    if (!page.pageInfo.hasNextPage) return pages;
    after = page.pageInfo.endCursor;
  }
}

export interface PageRead {
  nodes: NonNullable<Answer['data']>[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Imports one register: its header and rows, as a partner would send them. */
export async function load<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  mutation: string,
  partner: string,
  ...lines: string[]
): Promise<NonNullable<Answer['data']>> {
  const data = await read(
    subgraph,
    `mutation ($partner: String!, $csv: String!) { report: ${mutation}(partner: $partner, csv: $csv) {
      added changed unchanged problems { line column reason } references { column id } } }`,
    { partner, csv: lines.join('\n') },
  );
  return data.report;
}

/** Runs a mutation with its one input, and gives the fields of the row that it returns, or why it was refused. */
export async function act<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  mutation: string,
  input: Record<string, unknown>,
  fields = 'id version',
  caller?: Caller,
): Promise<{ row: NonNullable<Answer['data']> | null; code: unknown; message: string | undefined; facts: object }> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${type}!) { row: ${mutation}(input: $input) { ${fields} } }`,
    { input },
    caller,
  );
  const { code, ...facts } = errors?.[0]?.extensions ?? {};
  return { row: data?.row ?? null, code, message: errors?.[0]?.message, facts };
}

import type { Context } from '../../subgraphs/municipality/context.ts';
import type { Answer, SubgraphUnderTest } from './subgraph.ts';

/** What a mutation made, or why it was refused. */
export interface Outcome {
  row: NonNullable<Answer['data']> | null;
  refusal: { code: string; message: string; field?: string } | null;
}

/** Runs one of the municipality's mutations; its input type is named like it. */
export async function mutate(
  subgraph: SubgraphUnderTest<Context>,
  mutation: string,
  input: Record<string, unknown>,
  fields = 'id version',
): Promise<Outcome> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${type}!) { row: ${mutation}(input: $input) { ${fields} } }`,
    { input },
  );
  const [error] = errors ?? [];
  if (error && !error.extensions?.code) throw new Error(error.message);
  const refusal = error ? { ...(error.extensions as { code: string; field?: string }), message: error.message } : null;
  return { row: data?.row ?? null, refusal };
}

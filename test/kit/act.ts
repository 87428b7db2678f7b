import type { RequestContext } from '../../shared/subgraph/subgraph.ts';
import type { Answer, SubgraphUnderTest } from './subgraph.ts';

/** What a mutation gives: the fields of what it changed. Throws where it is refused. */
export async function act<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  mutation: string,
  input: Record<string, unknown>,
  fields = 'id version status',
): Promise<NonNullable<Answer['data']>> {
  const { data, errors } = await mutate(subgraph, mutation, input, fields);
  if (errors || !data) throw new Error(`${mutation}: ${errors?.[0]?.message}`);
  return data[mutation];
}

/** Why a mutation is refused: its error's message, code and facts. Throws where it is not. */
export async function refusal<C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  mutation: string,
  input: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { errors } = await mutate(subgraph, mutation, input, '__typename');
  if (!errors?.[0]) throw new Error(`${mutation} was not refused.`);
  return { message: errors[0].message, ...errors[0].extensions };
}

/** A mutation's input is of the type of its name: `OfferServiceInput` for `offerService`. */
const mutate = <C extends RequestContext>(
  subgraph: SubgraphUnderTest<C>,
  mutation: string,
  input: Record<string, unknown>,
  fields: string,
): Promise<Answer> => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  return subgraph.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`, { input });
};

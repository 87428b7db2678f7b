import type { Context } from '../../subgraphs/outcomes/context.ts';
import type { Network } from '../../subgraphs/outcomes/network/network.ts';
import { type CountedFigure, storeFigures } from '../../subgraphs/outcomes/submission/figures.ts';
import { Basis, type Submission } from '../../subgraphs/outcomes/submission/submission.ts';
import { act } from './act.ts';
import { read } from './ask.ts';
import { approvedBy } from './given-outcomes.ts';
import type { SubgraphUnderTest } from './subgraph.ts';

type Outcomes = SubgraphUnderTest<Context>;

export interface ReleaseSeen {
  id: string;
  version: number;
}

/** A whole number of the indicator's last digit, counted in a territory. */
export const counted = (
  indicator: string,
  territory: string,
  value: number,
  more: Partial<CountedFigure> = {},
): CountedFigure => ({ indicator, category: '', territory, value, basis: Basis.MEASURED, ...more });

export const store = (subgraph: Outcomes, submission: Submission, ...figures: CountedFigure[]): Promise<void> =>
  storeFigures(subgraph.orm.em.fork(), submission.uuid, figures);

/** Adds to what is there an approved submission with its figures. */
export async function submit(
  subgraph: Outcomes,
  network: Network,
  facts: Partial<Submission>,
  ...figures: CountedFigure[]
): Promise<Submission> {
  const [submission, approval] = approvedBy(network, facts);
  await subgraph.orm.em.fork().persist([submission, approval]).flush();
  await store(subgraph, submission, ...figures);
  return submission;
}

export const assemble = (
  subgraph: Outcomes,
  network: Network,
  facts: { dataset?: string; period?: string; on?: string } = {},
  fields = 'id version',
) =>
  act(
    subgraph,
    'assembleRelease',
    { networkId: network.id, dataset: 'MANUFACTORIES', period: '2006-Q3', on: '2006-10-16', ...facts },
    fields,
  ) as Promise<ReleaseSeen & Record<string, unknown>>;

export const approve = (subgraph: Outcomes, { id, version }: ReleaseSeen) =>
  act(subgraph, 'approveRelease', { id, expectedVersion: version, by: 'Head of the network' }) as Promise<ReleaseSeen>;

export const publish = (subgraph: Outcomes, { id, version }: ReleaseSeen, fields = 'id version') =>
  act(subgraph, 'publishRelease', { id, expectedVersion: version }, fields) as Promise<
    ReleaseSeen & Record<string, unknown>
  >;

/** Assembles, approves and publishes. */
export async function release(subgraph: Outcomes, network: Network, facts: Parameters<typeof assemble>[2] = {}) {
  return publish(subgraph, await approve(subgraph, await assemble(subgraph, network, facts)));
}

/** What a release tells of one indicator, by territory; those of 0 are left out, with a row or without. */
export async function toldBy(
  subgraph: Outcomes,
  id: string,
  indicator: string,
  category: string | null = null,
): Promise<Record<string, number | null | undefined>> {
  const { release: found } = await read(
    subgraph,
    `query ($id: ID!) { release(id: $id) {
      columns { indicator { code } category { trait code } } figures(first: 1000) { nodes { territory { code } values } } } }`,
    { id },
  );
  const place = found.columns.findIndex(
    (column: { indicator: { code: string }; category: { trait: string; code: string }[] }) =>
      column.indicator.code === indicator &&
      column.category.map(({ trait, code }) => `${trait}=${code}`).join(';') === (category ?? ''),
  );
  const nodes = found.figures.nodes as { territory: { code: string }; values: (number | null)[] }[];
  const told = nodes.map(({ territory, values }) => [territory.code, values[place]] as const);
  return Object.fromEntries(told.filter(([, value]) => value !== 0));
}

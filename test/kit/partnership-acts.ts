import type { Context } from '../../subgraphs/partnership/context.ts';
import type { SubgraphUnderTest } from './subgraph.ts';

/** What a mutation gave: the row's fields, or how it was refused. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
export type Outcome = Record<string, any>;

const FIELDS: Record<string, string> = {
  Organisation: 'name identifiers { scheme value } territory { code }',
  Partnership: 'name problem status since activeSince until territory { code }',
  Partner: 'role sector status duties since until reason',
  DataSharingAgreement: 'purpose categories since until parties { id }',
  Replication: `status consideredOn postIndustrial definedProblem determinedPartners assessedOn startedOn abandonedOn reason
    territory { code } startedPartnership { id }`,
  Exchange: 'title foreignPartner country topic since until',
};

const GIVES: Record<string, string> = {
  registerOrganisation: 'Organisation',
  changeOrganisation: 'Organisation',
  foundPartnership: 'Partnership',
  activatePartnership: 'Partnership',
  endPartnership: 'Partnership',
  concludeAgreement: 'DataSharingAgreement',
  endAgreement: 'DataSharingAgreement',
  considerReplication: 'Replication',
  assessReadiness: 'Replication',
  startReplication: 'Replication',
  abandonReplication: 'Replication',
  planExchange: 'Exchange',
  closeExchange: 'Exchange',
};

/** Runs a mutation of the leader's subgraph: `act('foundPartnership', { … })`. */
export const actsOn =
  (subgraph: SubgraphUnderTest<Context>) =>
  async (mutation: string, input: object): Promise<Outcome> => {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const fields = FIELDS[GIVES[mutation] ?? 'Partner'];
    const source = `mutation ($input: ${type}!) { row: ${mutation}(input: $input) { id version ${fields} } }`;
    const { data, errors } = await subgraph.ask(source, { input });
    if (!errors) return data?.row;
    return { refused: errors[0]?.message, ...errors[0]?.extensions };
  };

/** The part of an input that says which row is edited. */
export const edit = ({ id, version }: Outcome) => ({ id, expectedVersion: version });

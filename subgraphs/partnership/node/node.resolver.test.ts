import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import {
  agreement,
  exchange,
  organisation,
  partner,
  partnershipIn,
  replication,
} from '../../../test/kit/given-partnership.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { partnership } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(partnership);
const ELSEWHERE = [
  'Announcement',
  'Budget',
  'BudgetLine',
  'Consultation',
  'Idea',
  'Incentive',
  'IncentiveScheme',
  'LegalFormAdvice',
  'Manufactory',
  'Municipality',
  'Need',
  'Network',
  'ParentInstitution',
  'Release',
  'Service',
  'SocialPolicy',
  'Submission',
  'SupportCentre',
  'Training',
];

const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id
  ... on Organisation { name } ... on Partnership { name } ... on Partner { duties } } }`;
const nodes = async (ids: string[]) => (await read(subgraph, NODES, { ids })).nodes;
const node = async (id: string) =>
  (await read(subgraph, 'query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node;

it('finds its own rows, in the order of their ids, each as often as it is asked for', async () => {
  const [here, host] = [partnershipIn('PL_1261011', 'here'), organisation('Host')];
  const member = partner(here, host);
  await subgraph.given(here, host, member);

  const found = await nodes([member.id, host.id, `Organisation_${v4()}`, here.id, host.id]);

  const organisationNode = { __typename: 'Organisation', id: host.id, name: 'Host' };
  expect(found).toEqual([
    { __typename: 'Partner', id: member.id, duties: 'Hosts' },
    organisationNode,
    null,
    { __typename: 'Partnership', id: here.id, name: 'here' },
    organisationNode,
  ]);
  expect(subgraph.sql).toHaveLength(3); // one for each type
  expect(await node(here.id)).toEqual({ __typename: 'Partnership', id: here.id });
});

it('finds agreements, replications and exchanges', async () => {
  const here = partnershipIn('PL_1261011', 'here');
  const rows = [agreement(here, []).row, replication(here, 'PL_1203053'), exchange(here, 'Two towns')];
  await subgraph.given(here, ...rows);

  const types = (await nodes(rows.map(({ id }) => id))).map(({ __typename }: { __typename: string }) => __typename);

  expect(types).toEqual(['DataSharingAgreement', 'Replication', 'Exchange']);
});

it.each(ELSEWHERE)('names the type of a %s for its owner to fill in, without a statement', async (type) => {
  const id = `${type}_${v4()}`;

  expect(await node(id)).toEqual({ __typename: type, id });
  expect(subgraph.sql).toEqual([]);
});

it('answers for mixed types in the order of the ids', async () => {
  const host = organisation('Host');
  await subgraph.given(host);
  const ids = [...ELSEWHERE.map((type) => `${type}_${v4()}`), host.id].reverse();

  expect((await nodes(ids)).map(({ __typename }: { __typename: string }) => __typename)).toEqual([
    'Organisation',
    ...[...ELSEWHERE].reverse(),
  ]);
});

const uuid = v4();
it.each([
  `Payment_${uuid}`, // a row that the graph shows as sums alone
  `Beneficiary_${uuid}`, // a person
  `AgreementParty_${uuid}`,
  `Territory_${uuid}`,
  `Node_${uuid}`,
  `Query_${uuid}`,
  `constructor_${uuid}`,
  `__proto___${uuid}`,
  `organisation_${uuid}`,
  `Organisation${uuid}`,
  `Organisation_Idea_${uuid}`,
  `_${uuid}`,
  uuid,
  'Idea_',
  'Idea_1',
  'Idea',
  '',
  "Organisation_' or 1=1 --",
])('answers null for the id %j, without an error or a statement', async (id) => {
  expect(await node(id)).toBeNull();
  expect(await nodes([id])).toEqual([null]);
  expect(subgraph.sql).toEqual([]);
});

it('answers up to 100 ids at once, and refuses one more with a code and the limit', async () => {
  const ids = Array.from({ length: 101 }, () => `Idea_${v4()}`);

  expect(await nodes(ids.slice(1))).toHaveLength(100);
  expect(await nodes([])).toEqual([]);
  const { errors } = await subgraph.ask(NODES, { ids });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'ids', limit: 100 });
});

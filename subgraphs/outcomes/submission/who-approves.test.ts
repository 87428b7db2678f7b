import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { someone } from '../../../test/kit/caller.ts';
import { member, network, signedOff, submission } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';
import type { Submission } from './submission.ts';

const subgraph = new SubgraphUnderTest(outcomes);
let [region, elsewhere] = [network('Region', 'PL21'), network('Elsewhere', 'ES')];
const [partner, leader, heir] = [v4(), v4(), v4()];
let submitted: Submission;
beforeEach(async () => {
  [region, elsewhere] = [network('Region', 'PL21'), network('Elsewhere', 'ES')];
  submitted = signedOff({ organisationId: partner });
  await subgraph.given(region, elsewhere, submitted, submission(), member(region, submitted.partnershipId));
  await led(leader, 'ACCEPTED');
});

const as = (organisationId: string) =>
  someone({ organisationId, scopes: ['submissions:read', 'submissions:approve', 'figures:submit', 'outcomes:write'] });
const led = (organisation: string, status: string) =>
  subgraph.deliver({
    type: 'hub.partner.changed.v1',
    subject: `Partner_${v4()}`,
    data: {
      partner: `Partner_${v4()}`,
      partnership: `Partnership_${submitted.partnershipId}`,
      organisation: `Organisation_${organisation}`,
      role: 'LEADER',
      status,
    },
  });
const change = async (mutation: string, type: string, organisation: string, input: object) => {
  const query = `mutation ($input: ${type}!) { row: ${mutation}(input: $input) { version approvedLevel status } }`;
  const { data, errors } = await subgraph.ask(query, { input: { id: submitted.id, ...input } }, as(organisation));
  return data?.row ? { ...data.row } : errors?.[0]?.extensions?.code;
};
const approve = (organisation: string, expectedVersion: number, networkId: string | null = null) =>
  change('approveSubmission', 'ApproveSubmissionInput', organisation, { expectedVersion, networkId, by: 'Board' });
const giveBack = (organisation: string, expectedVersion: number) =>
  change('returnSubmission', 'ReturnSubmissionInput', organisation, { expectedVersion, reason: 'Wrong' });
const seen = async (organisation: string) => {
  const keys = [{ __typename: 'Submission', id: submitted.id }];
  const query = `query ($keys: [_Any!]!, $id: ID!) { submissions(first: 1) { totalCount pageInfo { hasNextPage } nodes { id } }
    submission(id: $id) { id } _entities(representations: $keys) { ... on Submission { id } } }`;
  return (await subgraph.ask(query, { keys, id: submitted.id }, as(organisation))).data;
};

it('denies to join a network to all but whoever leads the partnership, and the network sees nothing before', async () => {
  const input = { networkId: elsewhere.id, partnershipId: `Partnership_${submitted.partnershipId}` };
  const query = 'mutation ($input: JoinNetworkInput!) { joinNetwork(input: $input) { id } }';
  const join = async (organisationId: string, wanted = input) => {
    const caller = someone({ organisationId, scopes: ['partnership:write', 'outcomes:write'] });
    const { data, errors } = await subgraph.ask(query, { input: wanted }, caller);
    return data?.joinNetwork?.id ?? errors?.[0]?.extensions?.code;
  };
  const unknown = { ...input, partnershipId: `Partnership_${v4()}` };

  for (const other of [elsewhere.organisationId, partner, heir]) expect(await join(other)).toBe('FORBIDDEN');
  expect(await join(leader, unknown)).toBe('FORBIDDEN');
  expect((await seen(elsewhere.organisationId))?.submission).toBeNull();
  expect(await join(leader)).toBe(elsewhere.id);
  expect((await seen(elsewhere.organisationId))?.submission).toEqual({ id: submitted.id });
});

it('hides a submission from all but its partner and the levels above, in lists, counts, by id and as an entity', async () => {
  const { id } = submitted;
  const one = { totalCount: 1, pageInfo: { hasNextPage: false }, nodes: [{ id }] };

  for (const organisation of [partner, leader, region.organisationId]) {
    expect(await seen(organisation)).toEqual({ submissions: one, submission: { id }, _entities: [{ id }] });
  }
  for (const organisation of [heir, elsewhere.organisationId]) {
    const none = { totalCount: 0, pageInfo: { hasNextPage: false }, nodes: [] };
    expect(await seen(organisation)).toEqual({ submissions: none, submission: null, _entities: [null] });
  }
});

it('denies the local approval to all but the leader, and a network’s to all but its own organisation', async () => {
  expect(await approve(partner, 1)).toBe('FORBIDDEN');
  expect(await approve(region.organisationId, 1)).toBe('FORBIDDEN');
  expect(await approve(heir, 1)).toBe('NOT_FOUND');
  expect(await approve(leader, 1)).toMatchObject({ approvedLevel: 'LOCAL', version: 2 });

  expect(await approve(leader, 2, region.id)).toBe('FORBIDDEN');
  expect(await approve(partner, 2, region.id)).toBe('FORBIDDEN');
  expect(await approve(region.organisationId, 2, region.id)).toMatchObject({ approvedLevel: 'REGIONAL', version: 3 });
});

it('denies to send it back to all but whoever would be the next to approve it', async () => {
  expect(await giveBack(region.organisationId, 1)).toBe('FORBIDDEN');
  expect(await giveBack(partner, 1)).toBe('FORBIDDEN');
  await approve(leader, 1);

  expect(await giveBack(leader, 2)).toBe('FORBIDDEN');
  expect(await giveBack(region.organisationId, 2)).toMatchObject({ status: 'RETURNED' });
});

it('denies it to a leader of before, and takes it from whoever leads now, in whatever order that is heard of', async () => {
  await led(heir, 'ACCEPTED');
  await led(leader, 'RELEASED');

  expect(await approve(leader, 1)).toBe('NOT_FOUND');
  expect(await approve(heir, 1)).toMatchObject({ approvedLevel: 'LOCAL' });
});

it('denies to submit for another organisation', async () => {
  const input = {
    organisationId: `Organisation_${partner}`,
    partnershipId: `Partnership_${submitted.partnershipId}`,
    dataset: 'MANUFACTORIES',
    period: '2025-Q4',
    csv: 'indicator,category,territory,value\nNH-M1,,PL_1261011,3',
  };
  const submit = (organisation: string) =>
    subgraph.ask(
      'mutation ($input: SubmitFiguresInput!) { submitFigures(input: $input) { rows problems { reason } submission { id } } }',
      { input },
      as(organisation),
    );

  expect((await submit(leader)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await submit(partner)).data?.submitFigures).toMatchObject({
    problems: [],
    submission: { id: expect.any(String) },
  });
});

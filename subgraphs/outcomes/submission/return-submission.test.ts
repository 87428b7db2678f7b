import { expect, it } from '@jest/globals';
import type { Caller } from '../../../shared/trust/caller.ts';
import { act, read } from '../../../test/kit/ask.ts';
import { someone } from '../../../test/kit/caller.ts';
import { approval, member, network, signedOff, submission } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Network } from '../network/network.ts';
import { Release, ReleaseStatus } from '../release/release.ts';
import { outcomes } from '../subgraph.ts';
import type { Submission } from './submission.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const on = '2026-03-01';
const reason = 'Nowa Huta is missing.';
const giveBack = ({ id }: Submission, more: object = {}, fields?: string, caller?: Caller) =>
  act(subgraph, 'returnSubmission', { id, expectedVersion: 1, reason, on, ...more }, fields, caller);

it('is returned with a reason, and its partner submits again', async () => {
  const row = signedOff();
  await subgraph.given(row, approval(row));

  const returned = await giveBack(row, {}, 'version status returnedBecause returnedOn awaiting approvals { level }');
  const late = await act(subgraph, 'approveSubmission', { id: row.id, expectedVersion: 2, by: 'Board', on });
  const again = await act(
    subgraph,
    'submitFigures',
    {
      organisationId: `Organisation_${row.organisationId}`,
      partnershipId: `Partnership_${row.partnershipId}`,
      dataset: row.dataset,
      period: row.period,
      csv: 'indicator,category,territory,value\nEECO01,,PL_1261011,7',
    },
    'submission { number status }',
  );

  const approvals = [{ level: 'LOCAL' }];
  const given = { status: 'RETURNED', returnedBecause: reason, returnedOn: on };
  expect(returned.row).toEqual({ version: 2, ...given, awaiting: null, approvals });
  expect(late).toMatchObject({ code: 'CONFLICT', facts: { guard: 'status', status: 'RETURNED' } });
  expect(again.row?.submission).toEqual({ number: 2, status: 'SUBMITTED' });
  const { submission: first } = await read(
    subgraph,
    `{ submission(id: "${row.id}") { status returnedBecause returnedOn } }`,
  );
  expect(first).toEqual({ ...given, status: 'REPLACED' });
});

it('is returned once it is signed off, by words, and on no day before the step before', async () => {
  const [row, open] = [signedOff(), submission()];
  await subgraph.given(row, open, approval(row));

  expect(await giveBack(open)).toMatchObject({ code: 'CONFLICT', facts: { guard: 'status', status: 'SUBMITTED' } });
  expect(await giveBack(row, { reason: ' ' })).toMatchObject({ code: 'INVALID', facts: { field: 'reason' } });
  expect(await giveBack(row, { on: '2026-02-28' })).toMatchObject({ code: 'INVALID', facts: { field: 'on' } });
  expect(await giveBack(row, { expectedVersion: 2 })).toMatchObject({ code: 'CONFLICT', facts: { version: 1 } });
});

it('is not returned by a level that has approved it already, above which there is none', async () => {
  const [done, whole] = [signedOff(), network('Europe', 'EU')];
  await subgraph.given(whole, done, approval(done), approval(done, whole));

  const { code, facts } = await act(subgraph, 'returnSubmission', {
    id: done.id,
    expectedVersion: 1,
    reason: 'x',
    on,
  });

  expect({ code, facts }).toMatchObject({ code: 'CONFLICT', facts: { guard: 'order' } });
});

it.each([
  [ReleaseStatus.PUBLISHED, 'release'],
  [ReleaseStatus.SUPERSEDED, 'release'],
  [ReleaseStatus.DRAFT, 'release'],
  [ReleaseStatus.DISCARDED, undefined],
])('is not taken back from a release that is %s (guard %s)', async (status, guard) => {
  const [used, country] = [signedOff(), network('Poland', 'PL')];
  const release = releaseOf(country, used, status);
  await subgraph.given(country, used, release);

  const { row: returned, facts } = await act(
    subgraph,
    'returnSubmission',
    { id: used.id, expectedVersion: 1, reason: 'x', on },
    'status',
  );

  expect(returned?.status ?? facts).toEqual(
    guard ? expect.objectContaining({ guard, release: release.id }) : 'RETURNED',
  );
});

it.each([
  [ReleaseStatus.DRAFT, { guard: 'order' }],
  [ReleaseStatus.APPROVED, { guard: 'order' }],
  [ReleaseStatus.PUBLISHED, { guard: 'release' }],
])("says nothing of another network's release that is %s, unless everybody may see it", async (status, facts) => {
  const [used, region, country] = [signedOff(), network('Małopolska', 'PL21'), network('Poland', 'PL')];
  const joined = [region, country].map((one) => member(one, used.partnershipId));
  const release = releaseOf(region, used, status);
  await subgraph.given(region, country, ...joined, used, approval(used), approval(used, region), release);
  const caller = someone({ organisationId: country.organisationId, scopes: ['submissions:approve'] });

  const refused = await giveBack(used, {}, 'id', caller);

  expect(refused).toMatchObject({ code: 'CONFLICT', facts });
  const told = JSON.stringify([refused.message, refused.facts]);
  expect(told.includes(release.id)).toBe(status === ReleaseStatus.PUBLISHED);
  if (status !== ReleaseStatus.PUBLISHED) expect(told).not.toMatch(/release|discard|draft/i);
});

function releaseOf(
  { uuid: networkId, organisationId, level }: Network,
  used: Submission,
  status: ReleaseStatus,
): Release {
  const isOut = status === ReleaseStatus.PUBLISHED || status === ReleaseStatus.SUPERSEDED;
  const row = Object.assign(new Release(), {
    organisationId,
    networkId,
    level,
    dataset: used.dataset,
    period: used.period,
    number: 1,
    status,
    asOf: '2026-02-02',
    columns: [],
    submissionIds: [used.uuid],
    hash: '0'.repeat(64),
    ...(status === ReleaseStatus.APPROVED ? { approvedBy: 'Board' } : {}),
    ...(isOut ? { publishedAt: new Date(), sequence: 1, approvedBy: 'Board' } : {}),
  });
  row.placeIn('PL');
  return row;
}

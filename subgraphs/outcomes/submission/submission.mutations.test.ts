import { beforeEach, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act, read } from '../../../test/kit/ask.ts';
import { approval, member, network, signedOff, submission } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Network } from '../network/network.ts';
import { Release, ReleaseStatus } from '../release/release.ts';
import { outcomes } from '../subgraph.ts';
import { countsOf, storeFigures } from './figures.ts';
import { Basis, type Submission } from './submission.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const [organisationId, partnershipId] = [v4(), v4()];
const whose = { organisationId: `Organisation_${organisationId}`, partnershipId: `Partnership_${partnershipId}` };
const HEADER = 'indicator,category,territory,value';
const csvOf = (...lines: string[]) => [HEADER, ...lines].join('\n');
const PEOPLE = csvOf('EECO01,,PL_1261011,12', 'NH-T1,,PL_1261011,37.50');

/** Answers differ by their facts; the text is for people. */
const submit = async (more: object = {}) => {
  const input = { ...whose, dataset: 'PEOPLE', period: '2025', csv: PEOPLE, ...more };
  const answer = await act(
    subgraph,
    'submitFigures',
    input,
    'rows problems { line column reason } submission { id version number status submittedOn figureCount }',
  );
  return { ...answer, uuid: answer.row?.submission?.id.split('_')[1] as string };
};
const countOf = async (uuid: string, indicator: string) =>
  (await countsOf(subgraph.orm.em.fork(), [uuid], indicator)).get('')?.get('PL_1261011');
const rowsOf = async (table: string) =>
  Number((await subgraph.orm.em.fork().execute<{ count: string }[]>(`select count(*) from ${table}`))[0]?.count);

describe('figures that are submitted', () => {
  beforeEach(() => subgraph.given());

  it('are stored exactly, and the graph shows how many there are', async () => {
    const { row, uuid } = await submit({ on: '2026-02-01' });

    expect(row).toMatchObject({ rows: 2, problems: [] });
    expect(row?.submission).toMatchObject({
      version: 1,
      number: 1,
      status: 'SUBMITTED',
      submittedOn: '2026-02-01',
      figureCount: 2,
    });
    expect(await countOf(uuid, 'EECO01')).toBe(12);
    expect(await countOf(uuid, 'NH-T1')).toBe(3750);
    expect(await subgraph.events()).toEqual([]); // they are nobody's business
  });

  it('are all refused for one that is wrong, with the line and the column', async () => {
    const { row, code } = await submit({ csv: csvOf('EECO01,,PL_1261011,12', 'EECO01,,PL_1203053,many') });

    expect(code).toBeUndefined();
    expect(row).toMatchObject({ submission: null, problems: [{ line: 3, column: 'value' }] });
    expect([await rowsOf('submission'), await rowsOf('figure')]).toEqual([0, 0]);
  });

  it('are judged together, too', async () => {
    const { row } = await submit({ csv: csvOf('EECO01,,PL_1261011,1', 'EECO01,,PL_1261011-D18,1') });

    expect(row).toMatchObject({ submission: null, rows: 2, problems: [{ line: 3, column: 'territory' }] });
  });

  it('replace what the same partner submitted of the same, which stays with its figures', async () => {
    const first = await submit();
    const other = await submit({ organisationId: `Organisation_${v4()}` });
    const second = await submit({ csv: csvOf('EECO01,,PL_1261011,13') });
    const third = await submit({ csv: csvOf('EECO01,,PL_1261011,14') });

    const { submissions } = await read(subgraph, '{ submissions { nodes { id number status figureCount } } }');
    const stateOf = ({ row }: typeof first) =>
      submissions.nodes.find(({ id }: { id: string }) => id === row?.submission.id);
    expect(stateOf(first)).toMatchObject({ number: 1, status: 'REPLACED', figureCount: 2 });
    expect(stateOf(other)).toMatchObject({ number: 1, status: 'SUBMITTED' });
    expect(stateOf(second)).toMatchObject({ number: 2, status: 'REPLACED', figureCount: 1 });
    expect(stateOf(third)).toMatchObject({ number: 3, status: 'SUBMITTED' });
    expect(await countOf(first.uuid, 'EECO01')).toBe(12);
  });

  it('number themselves one after the other, whoever comes at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => submit()));

    expect(all.map(({ row }) => row?.submission.number).sort()).toEqual([1, 2, 3, 4, 5]);
    const { submissions } = await read(subgraph, '{ submissions(filter: { status: SUBMITTED }) { nodes { number } } }');
    expect(submissions.nodes).toEqual([{ number: 5 }]);
  });

  it('are stored once for one idempotency key', async () => {
    const [first, again] = [await submit({ idempotencyKey: 'k' }), await submit({ idempotencyKey: 'k' })];

    expect(again.uuid).toBe(first.uuid);
    expect(await rowsOf('figure')).toBe(2);
  });

  it.each([
    [{ period: '2025-Q1' }, 'period'], // people are counted by year
    [{ period: '2025-S1' }, 'period'],
    [{ period: 'last year' }, 'period'],
    [{ period: '2025', on: '2025-12-31' }, 'period'],
    [{ period: '2999' }, 'period'],
    [{ dataset: 'MANUFACTORIES', period: '2025' }, 'period'],
    [{ dataset: 'PERSONS' }, 'dataset'],
    [{ on: '2999-01-01' }, 'on'],
    [{ organisationId: `Partner_${v4()}` }, 'organisationId'],
    [{ partnershipId: v4() }, 'partnershipId'],
  ])('are refused with %j', async (given, field) => {
    expect(await submit(given)).toMatchObject({ row: null, code: 'INVALID', facts: { field } });
    expect(await rowsOf('submission')).toBe(0);
  });

  it('are of a period that is over on the day, which may be the first behind it', async () => {
    expect((await submit({ on: '2026-01-01' })).row?.submission).toBeTruthy();
    const quarter = { dataset: 'MANUFACTORIES', period: '2025-Q4', csv: csvOf('NH-M1,,PL_1261011,3') };
    expect((await submit(quarter)).row?.submission).toBeTruthy();
  });
});

describe('a submission', () => {
  let [malopolska, slask, poland, germany, europe]: Network[] = [];
  let row: Submission;
  const on = '2026-03-01';
  beforeEach(async () => {
    [malopolska, slask, poland, germany, europe] = [
      network('Małopolska', 'PL21'),
      network('Śląsk', 'PL22'),
      network('Poland', 'PL'),
      network('Germany', 'DE'),
      network('Europe', 'EU'),
    ];
    row = submission({ organisationId, partnershipId });
    const networks = [malopolska, slask, poland, germany, europe] as Network[];
    await subgraph.given(...networks, row, ...networks.slice(1).map((one) => member(one, partnershipId)));
    await store(row, 'PL_1261011', 'PL_1203053');
  });
  const store = (to: Submission, ...territories: string[]) =>
    storeFigures(
      subgraph.orm.em.fork(),
      to.uuid,
      territories.map((territory) => ({
        indicator: 'EECO01',
        category: '',
        territory,
        value: 7,
        basis: Basis.MEASURED,
      })),
    );
  const STATE =
    'version status signedOffBy signedOffOn approvedLevel awaiting returnedBecause returnedOn approvals { level network { name } approvedBy approvedOn }';
  const step = (mutation: string, expectedVersion: number, input: object) =>
    act(subgraph, mutation, { id: row.id, expectedVersion, on, ...input }, STATE);
  const approve = (expectedVersion: number, by: Network | null | undefined, more: object = {}) =>
    step('approveSubmission', expectedVersion, { ...(by ? { networkId: by.id } : {}), by: 'Board', ...more });
  const signOff = () => step('signOffSubmission', 1, { by: 'Head of the Centre' });
  const join = (one: Network | undefined, joinedOn = on) =>
    act(subgraph, 'joinNetwork', { networkId: one?.id, partnershipId: whose.partnershipId, on: joinedOn });

  it('is signed off, and approved from the local level up to Europe', async () => {
    await join(malopolska);

    const signed = await signOff();
    const local = await approve(2, null, { level: 'LOCAL' });
    const regional = await approve(3, malopolska);
    const national = await approve(4, poland, { level: 'NATIONAL' });
    const european = await approve(5, europe, { on: '2026-03-02' });

    expect(signed.row).toMatchObject({ status: 'SIGNED_OFF', signedOffBy: 'Head of the Centre', signedOffOn: on });
    expect(signed.row).toMatchObject({ version: 2, approvedLevel: null, awaiting: 'LOCAL', approvals: [] });
    expect(local.row).toMatchObject({ version: 3, approvedLevel: 'LOCAL', awaiting: 'REGIONAL' });
    expect(regional.row).toMatchObject({ version: 4, approvedLevel: 'REGIONAL', awaiting: 'NATIONAL' });
    expect(national.row).toMatchObject({ version: 5, approvedLevel: 'NATIONAL', awaiting: 'EUROPEAN' });
    expect(european.row).toEqual({
      version: 6,
      status: 'SIGNED_OFF',
      signedOffBy: 'Head of the Centre',
      signedOffOn: on,
      approvedLevel: 'EUROPEAN',
      awaiting: null,
      returnedBecause: null,
      returnedOn: null,
      approvals: [
        { level: 'LOCAL', network: null, approvedBy: 'Board', approvedOn: on },
        { level: 'REGIONAL', network: { name: 'Małopolska' }, approvedBy: 'Board', approvedOn: on },
        { level: 'NATIONAL', network: { name: 'Poland' }, approvedBy: 'Board', approvedOn: on },
        { level: 'EUROPEAN', network: { name: 'Europe' }, approvedBy: 'Board', approvedOn: '2026-03-02' },
      ],
    });
  });

  it('is approved by nobody before it is signed off, and signed off once', async () => {
    expect(await approve(1, null)).toMatchObject({ code: 'CONFLICT', facts: { guard: 'status', status: 'SUBMITTED' } });
    await signOff();
    expect(await step('signOffSubmission', 2, { by: 'Head' })).toMatchObject({
      code: 'CONFLICT',
      facts: { guard: 'status' },
    });
  });

  it('skips no level, and passes none twice', async () => {
    await join(malopolska);
    await signOff();

    expect(await approve(2, malopolska)).toMatchObject({ code: 'CONFLICT', facts: { guard: 'order' } });
    await approve(2, null);
    expect(await approve(3, null)).toMatchObject({ code: 'CONFLICT', facts: { guard: 'order' } });
    expect(await approve(3, poland)).toMatchObject({ code: 'CONFLICT', facts: { guard: 'order' } });
    expect((await approve(3, malopolska)).row).toMatchObject({ approvedLevel: 'REGIONAL' });
  });

  it('is approved only by a network that its partnership has joined by that day', async () => {
    await signOff();
    await approve(2, null);
    const facts = { guard: 'member', network: malopolska?.id, partnership: whose.partnershipId };

    const before = await approve(3, malopolska);
    await join(malopolska, '2026-03-02');
    const tooEarly = await approve(3, malopolska);
    const after = await approve(3, malopolska, { on: '2026-03-02' });

    expect(before).toMatchObject({ code: 'CONFLICT', facts, message: expect.stringContaining('joinNetwork') });
    expect(tooEarly).toMatchObject({ code: 'CONFLICT', facts });
    expect(after.row).toMatchObject({ approvedLevel: 'REGIONAL' });
  });

  it('is approved only by a network whose territory holds all that it counts for', async () => {
    await signOff();
    await approve(2, null);
    const outside = await approve(3, slask);
    await join(malopolska);
    await store(row, 'PL22A');
    const partly = await approve(3, malopolska);

    expect(outside).toMatchObject({ code: 'CONFLICT', facts: { guard: 'territory', network: slask?.id } });
    expect(partly).toMatchObject({ code: 'CONFLICT', facts: { guard: 'territory', territory: 'PL22A' } });
    expect(await rowsOf('approval')).toBe(1);
  });

  it('is approved by a network at its own level alone, and by nobody on a day before the step before', async () => {
    await signOff();

    expect(await approve(2, null, { level: 'REGIONAL' })).toMatchObject({
      code: 'INVALID',
      facts: { field: 'networkId' },
    });
    expect(await approve(2, poland, { level: 'LOCAL' })).toMatchObject({ code: 'INVALID', facts: { field: 'level' } });
    expect(await approve(2, null, { on: '2026-02-28' })).toMatchObject({ code: 'INVALID', facts: { field: 'on' } });
    expect(await approve(2, null, { by: ' ' })).toMatchObject({ code: 'INVALID', facts: { field: 'by' } });
    expect(await approve(2, null, { networkId: `Network_${v4()}` })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is edited by who saw it as it is', async () => {
    await signOff();

    expect(await approve(1, null)).toMatchObject({ code: 'CONFLICT', facts: { expectedVersion: 1, version: 2 } });
    const both = await Promise.all([approve(2, null), approve(2, null)]);
    expect(both.map(({ code }) => code ?? 'taken').sort()).toEqual(['CONFLICT', 'taken']);
    expect(await rowsOf('approval')).toBe(1);
  });

  it('is returned with a reason, and its partner submits again', async () => {
    const reason = 'Nowa Huta is missing.';
    expect(await step('returnSubmission', 1, { reason })).toMatchObject({
      code: 'CONFLICT',
      facts: { guard: 'status' },
    });
    await signOff();
    await approve(2, null);
    expect(await step('returnSubmission', 3, { reason: '' })).toMatchObject({
      code: 'INVALID',
      facts: { field: 'reason' },
    });
    expect(await step('returnSubmission', 3, { reason, on: '2026-02-28' })).toMatchObject({ code: 'INVALID' });

    const returned = await step('returnSubmission', 3, { reason });
    const again = await submit();

    expect(returned.row).toMatchObject({ status: 'RETURNED', returnedBecause: reason, returnedOn: on, awaiting: null });
    expect(returned.row?.approvals).toHaveLength(1);
    expect(await approve(4, null)).toMatchObject({ code: 'CONFLICT', facts: { expectedVersion: 4, version: 5 } });
    expect(await approve(5, null)).toMatchObject({ code: 'CONFLICT', facts: { guard: 'status', status: 'REPLACED' } });
    expect(again.row?.submission).toMatchObject({ number: 2, status: 'SUBMITTED' });
    const { submission: first } = await read(
      subgraph,
      `{ submission(id: "${row.id}") { status returnedBecause returnedOn figureCount } }`,
    );
    expect(first).toEqual({ status: 'REPLACED', returnedBecause: reason, returnedOn: on, figureCount: 2 });
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
    ...(isOut ? { publishedAt: new Date(), sequence: 1, approvedBy: 'Board' } : {}),
  });
  row.placeIn('PL');
  return row;
}

import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act } from '../../../test/kit/ask.ts';
import { member, network, submission } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Network } from '../network/network.ts';
import { outcomes } from '../subgraph.ts';
import { Approval } from './approval.ts';
import { storeFigures } from './figures.ts';
import { Basis, type Submission } from './submission.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const [organisationId, partnershipId] = [v4(), v4()];
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
const approvals = async () => subgraph.orm.em.fork().count(Approval);
const STATE =
  'version status signedOffBy signedOffOn approvedLevel awaiting returnedBecause returnedOn approvals { level network { name } approvedBy approvedOn }';
const step = (mutation: string, expectedVersion: number, input: object) =>
  act(subgraph, mutation, { id: row.id, expectedVersion, on, ...input }, STATE);
const approve = (expectedVersion: number, by: Network | null | undefined, more: object = {}) =>
  step('approveSubmission', expectedVersion, { ...(by ? { networkId: by.id } : {}), by: 'Board', ...more });
const signOff = () => step('signOffSubmission', 1, { by: 'Head of the Centre' });
const join = (one: Network | undefined, joinedOn = on) =>
  act(subgraph, 'joinNetwork', { networkId: one?.id, partnershipId: `Partnership_${partnershipId}`, on: joinedOn });

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
  const facts = { guard: 'member', network: malopolska?.id, partnership: `Partnership_${partnershipId}` };

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
  expect(await approvals()).toBe(1);
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
  expect(await approvals()).toBe(1);
});

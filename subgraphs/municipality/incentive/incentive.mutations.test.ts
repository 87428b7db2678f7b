import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import {
  AMENDED,
  ANNOUNCED,
  budgetLine,
  budgetOf,
  CLOSED,
  DRAFT,
  EXECUTED,
  municipalityOf,
  schemeOf,
} from '../../../test/kit/given-municipality.ts';
import { mutate } from '../../../test/kit/municipality-writes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Budget } from '../budget/budget.ts';
import type { BudgetLine } from '../budget-line/budget-line.ts';
import type { IncentiveScheme } from '../incentive-scheme/incentive-scheme.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { municipality } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);
const manufactoryId = `Manufactory_${v4()}`;
const parentInstitutionId = `ParentInstitution_${v4()}`;
let krakow: Municipality;
let budget: Budget;
let line: BudgetLine;
let scheme: IncentiveScheme;
beforeEach(() => {
  krakow = municipalityOf('PL_1261011');
  budget = budgetOf(krakow);
  line = budgetLine(budget, '853.01', '1000.00');
  scheme = schemeOf(krakow, line);
});
const given = () => subgraph.given(krakow, budget, line, scheme);

const award = (amount: string, more: object = {}, fields?: string) =>
  mutate(
    subgraph,
    'awardIncentive',
    { schemeId: scheme.id, manufactoryId, parentInstitutionId, amount, on: '2006-03-01', ...more },
    fields,
  );
const awarded = async (amount: string): Promise<string> => (await award(amount)).row?.id as string;
const lineNow = async () =>
  (
    await read(
      subgraph,
      'query ($id: ID!) { budgetLine(id: $id) { awarded { amount } paid { amount } available { amount } } }',
      { id: line.id },
    )
  ).budgetLine;
const STATE = 'version status paid { amount } returned { amount } endedOn endReason';
const on = '2006-04-01';

it('awards from the line of an open scheme to a manufactory and its host', async () => {
  await given();

  const { row } = await award(
    '400.5',
    { territory: 'PL_1261011-D18' },
    `id version kind status awardedOn amount { amount currency } manufactory { id } parentInstitution { id }
    municipality { name } scheme { title } budgetLine { code } territory { code } payments { totalCount }`,
  );

  expect(row).toEqual({
    id: expect.stringMatching(/^Incentive_/),
    version: 1,
    kind: 'GRANT',
    status: 'AWARDED',
    awardedOn: '2006-03-01',
    amount: { amount: '400.50', currency: 'PLN' },
    manufactory: { id: manufactoryId },
    parentInstitution: { id: parentInstitutionId },
    municipality: { name: 'Kraków' },
    scheme: { title: 'Grants' },
    budgetLine: { code: '853.01' },
    territory: { code: 'PL_1261011-D18' },
    payments: { totalCount: 0 },
  });
  expect(await lineNow()).toEqual({
    awarded: { amount: '400.50' },
    paid: { amount: '0.00' },
    available: { amount: '599.50' },
  });
  const data = { kind: 'GRANT', amount: '400.50', currency: 'PLN', awardedOn: '2006-03-01' };
  expect(await subgraph.events()).toEqual([
    {
      type: 'hub.incentive.awarded.v1',
      subject: row?.id,
      data: { incentive: row?.id, manufactory: manufactoryId, ...data },
    },
  ]);
});

it('is paid in parts, PAID with the last of them, and settled', async () => {
  await given();
  const id = await awarded('400');

  const part = await mutate(subgraph, 'payIncentive', { id, expectedVersion: 1, amount: '399.99', on }, STATE);
  const more = await mutate(subgraph, 'payIncentive', { id, expectedVersion: 2, amount: '0.02', on });
  const rest = await mutate(
    subgraph,
    'payIncentive',
    { id, expectedVersion: 2, amount: '0.01', on },
    `${STATE} payments { nodes { amount { amount currency } paidOn } }`,
  );
  const settled = await mutate(subgraph, 'settleIncentive', { id, expectedVersion: 3, on }, STATE);

  expect(part.row).toMatchObject({ version: 2, status: 'AWARDED', paid: { amount: '399.99' } });
  expect(more.refusal).toMatchObject({ code: 'CONFLICT', left: '0.01' });
  expect(rest.row).toMatchObject({ version: 3, status: 'PAID', paid: { amount: '400.00' } });
  expect(rest.row?.payments.nodes).toHaveLength(2);
  expect(rest.row?.payments.nodes).toContainEqual({ amount: { amount: '0.01', currency: 'PLN' }, paidOn: on });
  expect(settled.row).toMatchObject({ version: 4, status: 'SETTLED', endedOn: on, endReason: null });
  const ids = { incentive: id, manufactory: manufactoryId };
  expect((await subgraph.events()).slice(1)).toEqual([
    {
      type: 'hub.incentive.paid.v1',
      subject: id,
      data: { ...ids, amount: '399.99', currency: 'PLN', paidOn: on },
    },
    { type: 'hub.incentive.paid.v1', subject: id, data: { ...ids, amount: '0.01', currency: 'PLN', paidOn: on } },
    { type: 'hub.incentive.settled.v1', subject: id, data: { ...ids, reason: null } },
  ]);
});

it('frees what was not paid when it is revoked, and the rest when it is returned', async () => {
  await given();
  const id = await awarded('400');
  await mutate(subgraph, 'payIncentive', { id, expectedVersion: 1, amount: '150', on });
  const ask = `{ _entities(representations: [{ __typename: "Manufactory", id: "${manufactoryId}" }]) {
    ... on Manufactory { publicCost { amount } } } }`;

  const revoked = await mutate(subgraph, 'revokeIncentive', { id, expectedVersion: 2, on, reason: 'Closed' }, STATE);
  const freed = await lineNow();
  const returned = await mutate(subgraph, 'recordReturn', { id, expectedVersion: 3, amount: '100.5' }, STATE);
  const tooMuch = await mutate(subgraph, 'recordReturn', { id, expectedVersion: 4, amount: '49.51' });

  expect(revoked.row).toMatchObject({ status: 'REVOKED', endedOn: on, endReason: 'Closed' });
  expect(freed).toEqual({ awarded: { amount: '150.00' }, paid: { amount: '150.00' }, available: { amount: '850.00' } });
  expect(returned.row).toMatchObject({ version: 4, paid: { amount: '150.00' }, returned: { amount: '100.50' } });
  expect(await lineNow()).toEqual({
    awarded: { amount: '49.50' },
    paid: { amount: '49.50' },
    available: { amount: '950.50' },
  });
  expect((await read(subgraph, ask))._entities).toEqual([{ publicCost: { amount: '49.50' } }]);
  expect(tooMuch.refusal).toMatchObject({ code: 'CONFLICT', kept: '49.50' });
  const ids = { incentive: id, manufactory: manufactoryId };
  expect((await subgraph.events()).slice(-2)).toEqual([
    { type: 'hub.incentive.revoked.v1', subject: id, data: { ...ids, reason: 'Closed' } },
    { type: 'hub.incentive.returned.v1', subject: id, data: { ...ids, amount: '100.50', currency: 'PLN' } },
  ]);
});

it.each([
  ['more than the line has left', () => {}, '1000.01', 'CONFLICT', '1000.00 left'],
  ['from a draft', () => Object.assign(budget, DRAFT), '1', 'CONFLICT', 'it is DRAFT'],
  ['from an executed budget', () => Object.assign(budget, EXECUTED), '1', 'CONFLICT', 'it is EXECUTED'],
  ['by a scheme that is not open yet', () => Object.assign(scheme, ANNOUNCED), '1', 'CONFLICT', 'it is ANNOUNCED'],
  ['by a closed scheme', () => Object.assign(scheme, CLOSED), '1', 'CONFLICT', 'it is CLOSED'],
  ['before the scheme opened', () => Object.assign(scheme, { openedOn: '2006-03-02' }), '1', 'INVALID', '2006-03-02'],
  [
    'after the last day of the scheme',
    () => Object.assign(scheme, { closesOn: '2006-02-28' }),
    '1',
    'INVALID',
    '2006-02-28',
  ],
  ['nothing', () => {}, '0.00', 'INVALID', 'above zero'],
  ['less than nothing', () => {}, '-5', 'INVALID', 'not below zero'],
])('refuses to award %s', async (_, arrange, amount, code, words) => {
  arrange();
  await given();

  const { refusal } = await award(amount);

  expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) });
  expect((await lineNow()).awarded.amount).toBe('0.00');
  expect(await subgraph.events()).toEqual([]);
});

it('awards from an amended budget', async () => {
  Object.assign(budget, AMENDED);
  await given();

  expect((await award('1000')).refusal).toBeNull();
});

it.each([
  ['schemeId', `IncentiveScheme_${v4()}`, 'NOT_FOUND'],
  ['schemeId', manufactoryId, 'INVALID'],
  ['manufactoryId', parentInstitutionId, 'INVALID'],
  ['parentInstitutionId', 'ParentInstitution_1', 'INVALID'],
  ['territory', 'PL99', 'INVALID'],
])('refuses the %s %s with %s', async (field, value, code) => {
  await given();

  const { refusal } = await award('1', { [field]: value });

  expect(refusal).toMatchObject({ code, ...(code === 'INVALID' ? { field } : { id: value }) });
});

it.each([
  ['settleIncentive', {}, 'it is AWARDED, and would have to be PAID'],
  ['recordReturn', { amount: '1' }, '0.00 are paid and not yet returned'],
])('refuses %s on what was only awarded, and says why', async (mutation, input, words) => {
  await given();
  const id = await awarded('400');

  const { refusal } = await mutate(subgraph, mutation, { id, expectedVersion: 1, ...input });

  expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(words) });
});

it('awards exactly what a line holds when 200 awards come at the same moment', async () => {
  await given();

  const awards = await Promise.all(Array.from({ length: 200 }, () => award('19')));

  expect(awards.filter(({ row }) => row).length).toBe(52); // 52 × 19 = 988
  for (const { refusal } of awards) if (refusal) expect(refusal.code).toBe('CONFLICT');
  expect(await lineNow()).toEqual({
    awarded: { amount: '988.00' },
    paid: { amount: '0.00' },
    available: { amount: '12.00' },
  });
  expect(await subgraph.events()).toHaveLength(52);
}, 30_000);

it('holds a line between an amendment and awards at the same moment', async () => {
  await given();
  const changes = [{ budgetLineId: line.id, amount: '100' }];

  await Promise.all([
    ...Array.from({ length: 10 }, () => award('30')),
    mutate(subgraph, 'amendBudget', { id: budget.id, expectedVersion: 1, on, reason: 'r', changes }),
    ...Array.from({ length: 10 }, () => award('30')),
  ]);

  expect(Number((await lineNow()).available.amount)).toBeGreaterThanOrEqual(0);
});

it('pays one of many payments at the same moment, once for a repeated key', async () => {
  await given();
  const id = await awarded('400');
  const pay = (idempotencyKey: string | null) =>
    mutate(subgraph, 'payIncentive', { id, expectedVersion: 1, amount: '100', on, idempotencyKey }, STATE);
  const key = v4();

  const payments = await Promise.all([...Array.from({ length: 5 }, () => pay(key)), pay(null), pay(null)]);

  const { incentive } = await read(subgraph, 'query ($id: ID!) { incentive(id: $id) { version paid { amount } } }', {
    id,
  });
  expect(incentive).toEqual({ version: 2, paid: { amount: '100.00' } });
  expect(payments.some(({ row }) => row)).toBe(true);
});

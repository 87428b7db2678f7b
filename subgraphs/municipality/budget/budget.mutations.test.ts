import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import {
  AMENDED,
  budgetLine,
  budgetOf,
  DRAFT,
  EXECUTED,
  incentive,
  municipalityOf,
  schemeOf,
} from '../../../test/kit/given-municipality.ts';
import { mutate } from '../../../test/kit/municipality-writes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { BudgetLine } from '../budget-line/budget-line.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { municipality } from '../subgraph.ts';
import type { Budget } from './budget.ts';

const subgraph = new SubgraphUnderTest(municipality);
let krakow: Municipality;
let budget: Budget;
let line: BudgetLine;
beforeEach(() => {
  krakow = municipalityOf('PL_1261011');
  budget = budgetOf(krakow);
  line = budgetLine(budget, '853.01');
});

const DETAILS = `id version year status adoptedOn amendedOn executedOn municipality { name } territory { code }
  lines { nodes { code title amount { amount currency } available { amount } consultation { id } } }
  amendments { totalCount nodes { number on reason changes { budgetLine { code } from { amount } to { amount currency } } } }`;

it('drafts, adopts, amends and executes a budget, keeps each amendment, and tells of each step', async () => {
  await subgraph.given(krakow);
  const consultationId = `Consultation_${v4()}`;
  const drafted = await mutate(
    subgraph,
    'draftBudget',
    {
      municipalityId: krakow.id,
      year: 2027,
      currency: 'PLN',
      lines: [
        { code: '2', title: 'Rent', amount: '5' },
        { code: '1', title: 'Grants', amount: '1000.5', consultationId },
      ],
    },
    `${DETAILS} lines { nodes { id } }`,
  );
  const id = drafted.row?.id as string;
  const [grants, rent] = (drafted.row?.lines.nodes ?? []).map(({ id }: { id: string }) => id) as [string, string];

  await mutate(subgraph, 'adoptBudget', { id, expectedVersion: 1, on: '2027-01-10' });
  const changes = [
    { budgetLineId: rent, amount: '0' },
    { budgetLineId: grants, amount: '2000.25' },
  ];
  await mutate(subgraph, 'amendBudget', { id, expectedVersion: 2, on: '2027-03-01', reason: 'More need', changes });
  const again = [{ budgetLineId: rent, amount: '7' }];
  await mutate(subgraph, 'amendBudget', { id, expectedVersion: 3, on: '2027-03-01', reason: 'A room', changes: again });
  const executed = await mutate(subgraph, 'executeBudget', { id, expectedVersion: 4, on: '2027-12-31' }, DETAILS);

  expect(drafted.row).toMatchObject({ version: 1, status: 'DRAFT', municipality: { name: 'Kraków' } });
  expect(executed.row).toMatchObject({
    version: 5,
    year: 2027,
    status: 'EXECUTED',
    adoptedOn: '2027-01-10',
    amendedOn: '2027-03-01',
    executedOn: '2027-12-31',
    territory: { code: 'PL_1261011' },
    lines: {
      nodes: [
        { code: '1', amount: { amount: '2000.25', currency: 'PLN' }, consultation: { id: consultationId } },
        { code: '2', amount: { amount: '7.00' }, available: { amount: '7.00' }, consultation: null },
      ],
    },
  });
  const { nodes } = executed.row?.amendments ?? {};
  expect(nodes).toMatchObject([
    { number: 1, on: '2027-03-01', reason: 'More need' },
    { number: 2, on: '2027-03-01', reason: 'A room' },
  ]);
  expect(nodes[0].changes).toHaveLength(2);
  expect(nodes[0].changes).toContainEqual({
    budgetLine: { code: '1' },
    from: { amount: '1000.50' },
    to: { amount: '2000.25', currency: 'PLN' },
  });
  expect(await subgraph.events()).toEqual(
    ['DRAFT', 'ADOPTED', 'AMENDED', 'AMENDED', 'EXECUTED'].map((status, i) => ({
      type: 'hub.budget.changed.v1',
      subject: id,
      data: { budget: id, year: 2027, status, version: i + 1 },
    })),
  );
});

const amendment = (amount: string, of = line) => ({
  reason: 'r',
  on: '2006-07-01',
  changes: [{ budgetLineId: of.id, amount }],
});

it('refuses to amend a line below what is awarded from it, and takes just that', async () => {
  const scheme = schemeOf(krakow, line);
  await subgraph.given(
    krakow,
    budget,
    line,
    scheme,
    incentive(krakow, v4(), { schemeId: scheme.uuid, awarded: '400' }),
  );
  const { id } = budget;

  const below = await mutate(subgraph, 'amendBudget', { id, expectedVersion: 1, ...amendment('399.99') });
  const exact = await mutate(subgraph, 'amendBudget', { id, expectedVersion: 1, ...amendment('400') }, DETAILS);

  expect(below.refusal).toMatchObject({ code: 'CONFLICT', awarded: '400.00' });
  expect(below.refusal?.message).toContain('853.01');
  expect(exact.row?.lines.nodes).toMatchObject([{ amount: { amount: '400.00' }, available: { amount: '0.00' } }]);
  expect(exact.row?.amendments.totalCount).toBe(1);
});

it.each([
  ['adoptBudget', 'an adopted one', {}],
  ['adoptBudget', 'an amended one', AMENDED],
  ['adoptBudget', 'an executed one', EXECUTED],
  ['amendBudget', 'a draft', DRAFT],
  ['amendBudget', 'an executed one', EXECUTED],
  ['executeBudget', 'a draft', DRAFT],
  ['executeBudget', 'an executed one', EXECUTED],
])('refuses %s for %s, says what it is and would have to be, and changes nothing', async (mutation, _, facts) => {
  Object.assign(budget, facts);
  await subgraph.given(krakow, budget, line);
  const input = mutation === 'amendBudget' ? amendment('1') : { on: '2007-01-01' };

  const { refusal } = await mutate(subgraph, mutation, { id: budget.id, expectedVersion: 1, ...input });

  expect(refusal).toMatchObject({ code: 'CONFLICT', status: budget.status });
  expect(refusal?.message).toMatch(/The budget for 2006 cannot be .*: it is .*, and would have to be/);
  expect((await read(subgraph, '{ budgets { nodes { version status } } }')).budgets.nodes).toEqual([
    { version: 1, status: budget.status },
  ]);
  expect(await subgraph.events()).toEqual([]);
});

it.each([
  ['an amendment before the adoption', 'amendBudget', () => ({ ...amendment('1'), on: '2006-01-17' }), 'on'],
  ['an execution before the adoption', 'executeBudget', () => ({ on: '2006-01-17' }), 'on'],
  ['an amendment of nothing', 'amendBudget', () => ({ reason: 'r', changes: [] }), 'changes'],
  ['an amendment without a reason', 'amendBudget', () => ({ ...amendment('1'), reason: ' ' }), 'reason'],
  ['an amount below zero', 'amendBudget', () => amendment('-1'), 'amount'],
  ['a fraction of a cent', 'amendBudget', () => amendment('1.005'), 'amount'],
  ['a line of another budget', 'amendBudget', () => amendment('1', budgetLine(budget, 'x')), 'budgetLineId'],
  [
    'a line twice',
    'amendBudget',
    () => ({ ...amendment('1'), changes: [...amendment('1').changes, ...amendment('2').changes] }),
    'budgetLineId',
  ],
])('refuses %s', async (_, mutation, input, field) => {
  await subgraph.given(krakow, budget, line);

  const { refusal } = await mutate(subgraph, mutation, { id: budget.id, expectedVersion: 1, ...input() });

  expect(refusal).toMatchObject({ code: 'INVALID', field });
});

it('refuses a second budget for a year, a second line with a code, and what is no municipality', async () => {
  await subgraph.given(krakow, budget);
  const one = { code: '1', title: 'Grants', amount: '1' };
  const draft = (year: number, lines: object[], municipalityId = krakow.id) =>
    mutate(subgraph, 'draftBudget', { municipalityId, year, currency: 'PLN', lines });

  expect((await draft(2006, [one])).refusal?.code).toBe('CONFLICT');
  expect((await draft(2007, [one, one])).refusal?.code).toBe('CONFLICT');
  expect((await draft(1066, [one])).refusal).toMatchObject({ code: 'INVALID', field: 'year' });
  expect((await draft(2007, [one], budget.id)).refusal).toMatchObject({ code: 'INVALID', field: 'municipalityId' });
  expect((await draft(2007, [one], `Municipality_${v4()}`)).refusal?.code).toBe('NOT_FOUND');
  expect((await read(subgraph, '{ budgets { totalCount } }')).budgets.totalCount).toBe(1);
});

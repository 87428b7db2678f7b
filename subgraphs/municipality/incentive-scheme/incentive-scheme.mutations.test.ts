import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import {
  ANNOUNCED,
  budgetLine,
  budgetOf,
  CLOSED,
  DRAFT,
  municipalityOf,
  OPEN,
  schemeOf,
} from '../../../test/kit/given-municipality.ts';
import { mutate } from '../../../test/kit/municipality-writes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Budget } from '../budget/budget.ts';
import type { BudgetLine } from '../budget-line/budget-line.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { municipality } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);
let krakow: Municipality;
let budget: Budget;
let line: BudgetLine;
beforeEach(() => {
  krakow = municipalityOf('PL_1261011');
  budget = budgetOf(krakow, 2006, DRAFT);
  line = budgetLine(budget, '1');
});

it('announces, opens and closes a scheme of the municipality whose line it names', async () => {
  await subgraph.given(krakow, budget, line);

  const announced = await mutate(
    subgraph,
    'announceScheme',
    { budgetLineId: line.id, kind: 'RENT_RELIEF', title: ' Rooms ', opensOn: '2006-02-01', closesOn: '2006-11-30' },
    'id version status kind title opensOn closesOn municipality { id } budgetLine { id } territory { code }',
  );
  const id = announced.row?.id;
  const opened = await mutate(subgraph, 'openScheme', { id, expectedVersion: 1, on: '2006-02-03' }, 'status openedOn');
  const closed = await mutate(
    subgraph,
    'closeScheme',
    { id, expectedVersion: 2, on: '2006-12-01' },
    'version status openedOn closedOn',
  );

  expect(announced.row).toEqual({
    id: expect.stringMatching(/^IncentiveScheme_/),
    version: 1,
    status: 'ANNOUNCED',
    kind: 'RENT_RELIEF',
    title: 'Rooms',
    opensOn: '2006-02-01',
    closesOn: '2006-11-30',
    municipality: { id: krakow.id },
    budgetLine: { id: line.id },
    territory: { code: 'PL_1261011' },
  });
  expect(opened.row).toEqual({ status: 'OPEN', openedOn: '2006-02-03' });
  expect(closed.row).toEqual({ version: 3, status: 'CLOSED', openedOn: '2006-02-03', closedOn: '2006-12-01' });
  expect(await subgraph.events()).toEqual(
    ['ANNOUNCED', 'OPEN', 'CLOSED'].map((status) => ({
      type: 'hub.incentive-scheme.changed.v1',
      subject: id,
      data: { scheme: id, kind: 'RENT_RELIEF', status, territory: 'PL_1261011' },
    })),
  );
});

it.each([
  ['openScheme', 'an open one', OPEN, '2006-03-01', 'CONFLICT'],
  ['openScheme', 'a closed one', CLOSED, '2006-03-01', 'CONFLICT'],
  ['closeScheme', 'an announced one', ANNOUNCED, '2006-03-01', 'CONFLICT'],
  ['closeScheme', 'a closed one', CLOSED, '2006-12-01', 'CONFLICT'],
  ['openScheme', 'one before its day', ANNOUNCED, '2006-01-31', 'INVALID'],
  ['closeScheme', 'one before it opened', OPEN, '2006-01-31', 'INVALID'],
])('refuses %s for %s, and changes nothing', async (mutation, _, facts, on, code) => {
  const scheme = schemeOf(krakow, line, facts);
  await subgraph.given(krakow, budget, line, scheme);

  const { refusal } = await mutate(subgraph, mutation, { id: scheme.id, expectedVersion: 1, on });

  expect(refusal).toMatchObject({ code, message: expect.stringContaining('The scheme "Grants" cannot be') });
  expect((await read(subgraph, '{ incentiveSchemes { nodes { version status } } }')).incentiveSchemes.nodes).toEqual([
    { version: 1, status: scheme.status },
  ]);
});

it.each([
  ['a line that there is not', () => ({ budgetLineId: `BudgetLine_${v4()}` }), 'NOT_FOUND'],
  ['what is no line', () => ({ budgetLineId: krakow.id }), 'INVALID'],
  ['an empty title', () => ({ title: '' }), 'INVALID'],
  ['an end before the beginning', () => ({ closesOn: '2006-01-31' }), 'INVALID'],
])('refuses to announce a scheme with %s', async (_, facts, code) => {
  await subgraph.given(krakow, budget, line);
  const input = { budgetLineId: line.id, kind: 'GRANT', title: 'Grants', opensOn: '2006-02-01', ...facts() };

  expect((await mutate(subgraph, 'announceScheme', input)).refusal).toMatchObject({ code });
});

it.each([
  ['{}', ['first', 'second', 'third']],
  ['{ status: OPEN }', ['second']],
  ['{ kind: GRANT }', ['first', 'second', 'third']],
  ['{ kind: TAX_RELIEF }', []],
  ['{ territory: "PL_1203053" }', ['third']],
])('lists and counts the schemes of the filter %s, the first to open first', async (filter, expected) => {
  const trzebinia = municipalityOf('PL_1203053');
  const there = budgetOf(trzebinia);
  const other = budgetLine(there, '1');
  const third = { ...ANNOUNCED, title: 'third', opensOn: '2006-04-01' };
  await subgraph.given(
    krakow,
    trzebinia,
    budget,
    there,
    line,
    other,
    schemeOf(trzebinia, other, third),
    schemeOf(krakow, line, { title: 'second', opensOn: '2006-03-01' }),
    schemeOf(krakow, line, { ...CLOSED, title: 'first' }),
  );

  const { incentiveSchemes } = await read(
    subgraph,
    `{ incentiveSchemes(filter: ${filter}) { totalCount nodes { title } } }`,
  );

  expect(incentiveSchemes).toEqual({ totalCount: expected.length, nodes: expected.map((title) => ({ title })) });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { Budget } from '../../subgraphs/municipality/budget/budget.ts';
import type { BudgetLine } from '../../subgraphs/municipality/budget-line/budget-line.ts';
import { Incentive } from '../../subgraphs/municipality/incentive/incentive.ts';
import { IncentiveScheme } from '../../subgraphs/municipality/incentive-scheme/incentive-scheme.ts';
import { Municipality } from '../../subgraphs/municipality/municipality/municipality.ts';
import { Payment } from '../../subgraphs/municipality/payment/payment.ts';
import { municipality } from '../../subgraphs/municipality/subgraph.ts';
import { act } from '../../test/kit/act.ts';
import {
  budgetLine,
  budgetOf,
  incentive,
  municipalityOf,
  payment,
  schemeOf,
} from '../../test/kit/given-municipality.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { collectTouches } from './request-touches.ts';
import { MOST_IDS, mergeTouched, TOUCHED, type Touched, touchedHeader } from './touched.ts';

const subgraph = new SubgraphUnderTest(municipality);
const manufactory = v4();
/** What stands above every award of Kraków, the organisation of another subgraph included. */
const above = (): string[] => [krakow.uuid, krakow.organisationId, budget.uuid];
let krakow: Municipality;
let budget: Budget;
let lines: [BudgetLine, BudgetLine];
let schemes: [IncentiveScheme, IncentiveScheme];
let award: Incentive;
beforeEach(async () => {
  krakow = municipalityOf('PL_1261011');
  budget = budgetOf(krakow);
  lines = [budgetLine(budget, '1', '5000.00'), budgetLine(budget, '2', '5000.00')];
  schemes = [schemeOf(krakow, lines[0]), schemeOf(krakow, lines[1])];
  award = incentive(krakow, manufactory, { schemeId: schemes[0].uuid });
  await subgraph.given(krakow, budget, ...lines, ...schemes, award);
});

const uuids = (...rows: { uuid: string }[]): string[] => rows.map(({ uuid }) => uuid);
const sorted = (...ids: string[]): string[] => ids.sort();
const transaction = <T>(work: (em: typeof subgraph.orm.em) => Promise<T>): Promise<T> =>
  subgraph.orm.em.fork().transactional((em) => work(em as typeof subgraph.orm.em));

it('tells of a payment all the way up, what other subgraphs own included, and of nothing else', async () => {
  await act(subgraph, 'payIncentive', { id: award.id, expectedVersion: 1, amount: '100.00', on: '2006-04-01' }, 'id');
  const [paid] = await subgraph.orm.em.fork().find(Payment, {});

  expect(await subgraph.touched()).toEqual([
    {
      rows: ['Incentive', 'Payment'],
      types: [
        'Budget',
        'BudgetLine',
        'Incentive',
        'IncentiveScheme',
        'Manufactory',
        'Municipality',
        'Organisation',
        'Payment',
      ],
      ids: sorted(...above(), ...uuids(lines[0], schemes[0], award, paid as Payment), manufactory),
    },
  ]);
});

it('tells it before the events of its transaction, once, however often that is flushed', async () => {
  await transaction(async (em) => {
    (await em.findOneOrFail(Budget, budget.uuid)).source = 'a';
    await em.flush();
    (await em.findOneOrFail(Municipality, krakow.uuid)).source = 'b';
  });
  await act(subgraph, 'revokeIncentive', { id: award.id, expectedVersion: 1, reason: 'It closed' }, 'id');

  const recorded = await subgraph.recorded();
  expect(recorded.map(({ type }) => type)).toEqual([TOUCHED, TOUCHED, 'hub.incentive.revoked.v1']);
  expect(recorded[0]).toMatchObject({ subject: '/subgraphs/municipality', data: { rows: ['Budget', 'Municipality'] } });
});

it('touches what a row referred to before, and what it refers to now', async () => {
  await transaction(async (em) => {
    (await em.findOneOrFail(Incentive, award.uuid)).schemeId = schemes[1].uuid;
  });

  expect((await subgraph.touched())[0]?.ids).toEqual(
    sorted(...above(), ...uuids(...lines, ...schemes, award), manufactory),
  );
});

it('touches the lines of a budget of another currency, which they show as their own', async () => {
  await transaction(async (em) => {
    (await em.findOneOrFail(Budget, budget.uuid)).currency = 'EUR';
  });

  expect((await subgraph.touched())[0]).toMatchObject({
    rows: ['Budget', 'BudgetLine'],
    ids: expect.arrayContaining(uuids(...lines)),
  });
});

it('touches what a row that is deleted referred to', async () => {
  await transaction(async (em) => {
    em.remove(await em.findOneOrFail(Incentive, award.uuid));
  });

  expect((await subgraph.touched())[0]).toMatchObject({
    rows: ['Incentive'],
    ids: sorted(...above(), ...uuids(lines[0], schemes[0], award), manufactory),
  });
});

it('touches what shows a property of the row to which it refers', async () => {
  await transaction(async (em) => {
    (await em.findOneOrFail(IncentiveScheme, schemes[0].uuid)).budgetLineId = lines[1].uuid;
  });

  const [touched] = await subgraph.touched();
  expect(touched?.rows).toEqual(['Incentive', 'IncentiveScheme']);
  expect(touched?.ids).toContain(award.uuid);
});

it('tells nothing of a write that changes nothing, is refused, or is rolled back', async () => {
  await transaction(async (em) => {
    (await em.findOneOrFail(Budget, budget.uuid)).currency = 'PLN';
  });
  await expect(
    act(subgraph, 'payIncentive', { id: award.id, expectedVersion: 1, amount: '9999.00' }),
  ).rejects.toThrow();
  const rolledBack = transaction(async (em) => {
    (await em.findOneOrFail(Budget, budget.uuid)).source = 'a';
    await em.flush();
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');

  expect(await subgraph.recorded()).toEqual([]);
});

it('does not count single rows where there are many: then everything is touched', async () => {
  const payments = Array.from({ length: MOST_IDS + 1 }, () => payment(award, '0.01'));
  await subgraph.orm.em.fork().persist(payments).flush();

  expect(await subgraph.touched()).toEqual([
    {
      rows: ['Payment'],
      types: expect.arrayContaining(['Payment', 'Incentive', 'BudgetLine', 'Budget', 'Municipality', 'Manufactory']),
      ids: null,
    },
  ]);
});

it('goes the new way where two writes at once change a reference and what is beneath it', async () => {
  let moved: Promise<unknown> | undefined;
  await transaction(async (em) => {
    await em.persist(payment(award, '1.00')).flush();
    await em.execute(`select pg_advisory_xact_lock_shared(hashtext('${TOUCHED}'))`); // as if it were told already
    moved = transaction(async (other) => {
      (await other.findOneOrFail(IncentiveScheme, schemes[0].uuid)).budgetLineId = lines[1].uuid;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const line = await subgraph.orm.em.fork().findOneOrFail(IncentiveScheme, schemes[0].uuid);
    expect(line.budgetLineId).toBe(lines[0].uuid);
  });
  await moved;

  const touched = await subgraph.touched();
  expect(touched.map(({ rows }) => rows)).toEqual([['Payment'], ['Incentive', 'IncentiveScheme']]);
});

it('refuses an upsert, which does not know what the row was', async () => {
  const upsert = subgraph.orm.em.fork().upsert(Municipality, { ...municipalityOf('PL_1203053') });

  await expect(upsert).rejects.toThrow('persist it, in place of an upsert');
});

it('tells the request that made them of all its transactions, as they are committed', async () => {
  const touches: Touched[] = [];
  await collectTouches(touches, async () => {
    await act(subgraph, 'revokeIncentive', { id: award.id, expectedVersion: 1, reason: 'It closed' }, 'id');
    await transaction((em) => em.persist(payment(award, '0.01')).flush());
  });

  expect(touches).toEqual(await subgraph.touched());
  expect(mergeTouched(touches).rows).toEqual(['Incentive', 'Payment']);
});

describe('the header', () => {
  const touched = (count: number): Touched => ({
    rows: ['A'],
    types: ['A'],
    ids: Array.from({ length: count }, () => v4()),
  });

  it('says the same in up to 4,096 bytes, and of more that everything is touched', () => {
    const few = touched(100);

    expect(JSON.parse(touchedHeader(few))).toEqual(few);
    expect(JSON.parse(touchedHeader(touched(120)))).toEqual({ rows: ['A'], types: ['A'], ids: null });
    expect(JSON.parse(touchedHeader(mergeTouched([few, { ...few, ids: null }])))).toEqual({ ...few, ids: null });
  });
});

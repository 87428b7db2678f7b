import { beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import { figuresOf, notAddingUp } from '../../../test/kit/figures.ts';
import { INDEPENDENT, manufactory, PROTECTED, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { ManufactoryTransition } from '../history/manufactory-transition.ts';
import { TransitionAxis } from '../history/move.ts';
import type { Manufactory } from '../manufactory/manufactory.ts';
import { ManufactoryStatus } from '../manufactory/manufactory-status.ts';
import type { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { institutions } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(institutions);
let host: ParentInstitution;
beforeEach(() => {
  host = parentInstitution();
});
const { DECISION, RETAINED, CLOSED } = ManufactoryStatus;

const linesOf = async (period: string, organisation?: string): Promise<string[]> => {
  const own = organisation ? `, organisation: "Organisation_${organisation}"` : '';
  const args = `dataset: "MANUFACTORIES", period: "${period}"${own}`;
  return (await figuresOf(subgraph, 'institutionsFigures', args)).csv.trimEnd().split('\n').slice(1);
};
/** The status that the only manufactory has at the end of each quarter of 2006 and 2007; null where it is not counted. */
async function statuses(): Promise<(string | null)[]> {
  const quarters = ['2006', '2007'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
  const found: (string | null)[] = [];
  for (const quarter of quarters) {
    const line = (await linesOf(quarter)).find((one) => one.startsWith('NH-M1,STATUS='));
    found.push(line?.split(/[=,]/)[2] ?? null);
  }
  return found;
}

const step = (of: Manufactory, atVersion: number, from: string | null, to: string, on: string) =>
  Object.assign(ManufactoryTransition.of(of, { axis: TransitionAxis.STATUS, from, to, on, reason: null }, 'somebody'), {
    atVersion,
  });

it('knows the status at the end of each period from the history of a manufactory', async () => {
  const one = manufactory(host, 'Theatre', {
    ...INDEPENDENT,
    protectedFrom: '2006-04-01',
    independentSince: '2007-04-01',
  });
  const path = [
    step(one, 1, null, 'PREPARING', '2006-03-31'),
    step(one, 2, 'PREPARING', 'PROTECTED', '2006-04-01'),
    step(one, 3, 'PROTECTED', 'PROTECTED', '2006-09-01'),
    step(one, 4, 'PROTECTED', 'DECISION', '2006-12-31'),
    step(one, 5, 'DECISION', 'INDEPENDENT', '2007-04-01'),
  ];
  await subgraph.given(host, one, ...path);

  const [protect, decide, free] = ['PROTECTED', 'DECISION', 'INDEPENDENT'];
  expect(await statuses()).toEqual(['PREPARING', protect, protect, decide, decide, free, free, free]);
});

it.each([
  ['2007-03-30', 'DECISION'],
  ['2007-03-31', 'PROTECTED'],
])(
  'knows it from the days that it keeps where it came with a register: protected until %s',
  async (protectedUntil, then) => {
    const days = { protectedFrom: '2006-04-01', protectedUntil };
    const facts = {
      ...days,
      status: CLOSED,
      retainedSince: '2007-07-01',
      closedOn: '2007-12-31',
      closureReason: 'No orders',
    };
    await subgraph.given(host, manufactory(host, 'Theatre', facts));

    const [protect, decide, stay] = ['PROTECTED', 'DECISION', 'RETAINED'];
    expect(await statuses()).toEqual([null, protect, protect, protect, then, decide, stay, null]);
  },
);

it('takes none to be at its decision of which the history, or its status, says otherwise', async () => {
  const late = { ...PROTECTED, protectedUntil: '2006-06-30' };
  await subgraph.given(host, manufactory(host, 'Late', late));
  expect(await statuses()).toEqual(Array(8).fill('PROTECTED'));

  const again = parentInstitution();
  const closed = manufactory(again, 'Closed', {
    ...late,
    status: CLOSED,
    closedOn: '2007-10-01',
    closureReason: 'Fire',
  });
  await subgraph.given(again, closed, step(closed, 2, 'PROTECTED', 'CLOSED', '2007-10-01'));
  expect(await statuses()).toEqual([...Array(7).fill('PROTECTED'), null]);
});

it('counts in preparation only what the history saw begin', async () => {
  const [known, unknown] = [manufactory(host, 'Known'), manufactory(host, 'Unknown')];
  await subgraph.given(host, known, unknown, step(known, 1, null, 'PREPARING', '2006-06-30'));

  expect(await linesOf('2006-Q1')).toEqual([]);
  expect(await linesOf('2006-Q2')).toEqual([
    'NH-M1,,PL_1261011,1,MEASURED',
    'NH-M1,STATUS=PREPARING,PL_1261011,1,MEASURED',
  ]);
});

it('counts the steps that mutations take, on the day that they name', async () => {
  const one = manufactory(host, 'Theatre', { ...PROTECTED, status: DECISION });
  await subgraph.given(host, one);
  const input = { id: one.id, expectedVersion: 1, on: '2007-06-30' };
  await read(subgraph, 'mutation ($input: TransitionInput!) { retainManufactory(input: $input) { id } }', { input });

  expect(await linesOf('2007-Q2')).toEqual([
    'NH-M1,,PL_1261011,1,MEASURED',
    'NH-M1,STATUS=RETAINED,PL_1261011,1,MEASURED',
    'NH-M3,,PL_1261011,1,MEASURED',
    'NH-M5-MONTHS,,PL_1261011,17,MEASURED',
  ]);
});

it('counts what became of manufactories in the period: their form, their months, and whether they are still at work', async () => {
  const other = parentInstitution('PL_1203033');
  const free = (independentSince: string, facts: Partial<Manufactory> = {}, of = host) =>
    manufactory(of, 'M', { ...INDEPENDENT, independentSince, ...facts });
  const closed = (closedOn: string) => ({ status: CLOSED, closedOn, closureReason: 'No orders' });
  const [coop, foundation] = [{}, { legalFormCode: 'FOUNDATION' }];
  const retained = { ...PROTECTED, protectedFrom: '2006-01-31', status: RETAINED, retainedSince: '2007-03-30' };
  await subgraph.given(
    host,
    other,
    free('2006-12-31', foundation),
    free('2007-01-01', coop), // 12 months
    free('2007-03-31', foundation), // 14 months
    free('2007-03-31', coop, other),
    free('2007-04-01', coop),
    manufactory(host, 'R', retained), // 13 months and 30 days
    free('2006-03-31', closed('2007-03-31')),
    free('2006-03-30', closed('2007-03-31')),
    free('2006-04-01'),
    free('2005-03-01', { protectedFrom: '2004-01-01', protectedUntil: '2004-12-31', ...closed('2007-02-28') }),
    free('2005-02-28', { protectedFrom: '2004-01-01', protectedUntil: '2004-12-31' }),
  );

  const found = await linesOf('2007-Q1');
  expect(found.filter((line) => !line.startsWith('NH-M1'))).toEqual([
    'NH-M2,,PL_1203033,1,MEASURED',
    'NH-M2,LEGAL_FORM=SOCIAL_COOPERATIVE,PL_1203033,1,MEASURED',
    'NH-M2,,PL_1261011,2,MEASURED',
    'NH-M2,LEGAL_FORM=FOUNDATION,PL_1261011,1,MEASURED',
    'NH-M2,LEGAL_FORM=SOCIAL_COOPERATIVE,PL_1261011,1,MEASURED',
    'NH-M3,,PL_1261011,1,MEASURED',
    'NH-M4-12-COHORT,,PL_1261011,2,MEASURED',
    'NH-M4-12-SURVIVORS,,PL_1261011,1,MEASURED',
    'NH-M4-24-COHORT,,PL_1261011,2,MEASURED',
    'NH-M4-24-SURVIVORS,,PL_1261011,1,MEASURED',
    'NH-M5-MONTHS,,PL_1203033,14,MEASURED',
    'NH-M5-MONTHS,,PL_1261011,39,MEASURED',
    'NH-M6,,PL_1261011,3,MEASURED',
  ]);
  const own = await linesOf('2007-Q1', other.organisationId);
  expect(own.every((line) => line.includes('PL_1203033')) && own.length > 0).toBe(true);
});

const life = fc.record({
  territory: fc.constantFrom('PL_1261011-D17', 'PL_1261011', 'PL_1203033'),
  legalFormCode: fc.constantFrom('SOCIAL_COOPERATIVE', 'FOUNDATION', 'ASSOCIATION'),
  month: fc.integer({ min: 1, max: 9 }),
  becomes: fc.constantFrom('PROTECTED', 'INDEPENDENT', 'RETAINED'),
  ends: fc.boolean(),
});

it('counts each manufactory in one status and one legal form', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { maxLength: 10 }), async (world) => {
      const parent = parentInstitution();
      const rows = world.map(({ territory, legalFormCode, month, becomes, ends }) => {
        const on = `2007-0${month}-15`;
        const facts = {
          PROTECTED,
          INDEPENDENT: { ...INDEPENDENT, independentSince: on, legalFormCode },
          RETAINED: { ...PROTECTED, status: RETAINED, retainedSince: on },
        }[becomes as 'PROTECTED'];
        const end = ends ? { status: CLOSED, closedOn: on, closureReason: v4() } : {};
        return manufactory(parent, 'M', { ...facts, ...end }, territory);
      });
      await subgraph.given(parent, ...rows);
      const args = 'dataset: "MANUFACTORIES", period: "2007-Q2"';
      const { lines } = await figuresOf(subgraph, 'institutionsFigures', args);

      expect(notAddingUp(lines)).toEqual([]);
      const all = lines.filter(({ indicator, category }) => indicator === 'NH-M1' && category === '');
      expect(all.reduce((sum, { value }) => sum + value, 0)).toBe(
        world.filter(({ ends, month }) => !ends || month > 6).length,
      );
    }),
    { numRuns: 20 },
  );
}, 60_000);

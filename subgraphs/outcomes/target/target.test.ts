import { expect, it } from '@jest/globals';
import { OPERATOR } from '../../../shared/trust/caller.ts';
import { load, read } from '../../../test/kit/ask.ts';
import { network, target } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';
import type { TargetKey } from './target.loaders.ts';
import { TargetKind } from './target.ts';

const { BASELINE } = TargetKind;
const subgraph = new SubgraphUnderTest(outcomes);
const HEADER = 'key,organisation,territory,indicator,period,kind,value,source';
const targets = (...lines: string[]) => load(subgraph, 'importTargets', 'siec', HEADER, ...lines);

/** What the loader finds for keys that are asked in one tick. */
async function find(...keys: TargetKey[]) {
  subgraph.sql = [];
  const { loaders } = outcomes.createContext(subgraph.running.em.fork(), OPERATOR);
  return Promise.all(keys.map((key) => loaders.targets.load(key)));
}
const key = (territory: string, indicator = 'EECO01', period = '2026'): TargetKey => ({ territory, indicator, period });

it('finds the baselines and targets of many figures in one statement, each for its own', async () => {
  await subgraph.given(
    target('PL21', 'EECO01', '2026', '120'),
    target('PL21', 'EECO01', '2026', '80', { kind: BASELINE }),
    target('PL21', 'EECO01', '2027', '150'),
    target('PL21', 'NH-F2', '2026', '1250.5'),
    target('PL', 'EECO01', '2026', '0', { kind: BASELINE }),
  );

  const keys = [
    key('PL21'),
    key('PL22'),
    key('PL'),
    key('PL21', 'NH-F2'),
    key('PL21', 'EECO01', '2026-Q1'),
    key('PL21'),
  ];
  const found = await find(...keys);

  expect(found).toEqual([
    { baseline: 80, target: 120 },
    { baseline: null, target: null },
    { baseline: 0, target: null },
    { baseline: null, target: 1250.5 },
    { baseline: null, target: null },
    { baseline: 80, target: 120 },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});

it.each([1, 10, 1000])('reads %i figures’ targets in one statement', async (many) => {
  const years = Array.from({ length: many }, (_, i) => String(1000 + i));
  await subgraph.given(...years.map((year) => target('PL21', 'EECO01', year, year)));

  const found = await find(...years.toReversed().map((year) => key('PL21', 'EECO01', year)));

  expect(subgraph.sql).toHaveLength(1);
  expect(found).toEqual(years.toReversed().map((year) => ({ baseline: null, target: Number(year) })));
});

it('takes a register over, once, and gives it back as it was', async () => {
  await subgraph.given();
  const lines = [
    'jobs,norwid/rops,PL21,NH-P2,2027,TARGET,40,invented',
    'jobs-before,norwid/rops,PL21,NH-P2,2027,BASELINE,12,',
    'hours,norwid/rops,PL_1261011,NH-T1,2027,TARGET,1500.25,',
  ];

  expect(await targets(...lines)).toMatchObject({ added: 3, problems: [] });
  expect(await targets(...lines)).toMatchObject({ added: 0, unchanged: 3, problems: [] });
  expect(await find(key('PL21', 'NH-P2', '2027'), key('PL_1261011', 'NH-T1', '2027'))).toEqual([
    { baseline: 12, target: 40 },
    { baseline: null, target: 1500.25 },
  ]);
  const { exportTargets } = await read(subgraph, '{ exportTargets { csv } }');
  const [, ...exported] = exportTargets[0].csv.trimEnd().split('\n');
  expect(await targets(...exported)).toMatchObject({ added: 0, changed: 0, unchanged: 3, problems: [] });
});

it('names the line and the column of what is no indicator, no period, or too fine', async () => {
  await subgraph.given();

  const { added, problems } = await targets(
    'a,norwid/rops,PL21,EECO99,2026,TARGET,40,',
    'b,norwid/rops,PL21,EECO01,2026-Q5,TARGET,40,',
    'c,norwid/rops,PL21,EECO01,26,TARGET,40,',
    'd,norwid/rops,PL21,EECO01,2026,TARGET,40.5,',
    'e,norwid/rops,PL21,EECO01,2026,TARGET,40.00,',
    'f,norwid/rops,PL21,NH-M5,2026,TARGET,9.25,',
    'g,norwid/rops,PL21,NH-M5,2026,TARGET,9.20,',
    'h,norwid/rops,PL21,NH-F2,2026,GOAL,1250.50,',
    'i,norwid/rops,PL21,NH-F2,2026,TARGET,-1,',
  );

  expect(added).toBe(0);
  expect(problems).toEqual([
    { line: 2, column: 'indicator', reason: expect.stringContaining('EECO99') },
    { line: 3, column: 'period', reason: expect.stringContaining('2026-Q5') },
    { line: 4, column: 'period', reason: expect.stringContaining('26') },
    { line: 5, column: 'value', reason: expect.stringContaining('in whole persons.') },
    { line: 7, column: 'value', reason: expect.stringContaining('in months, digits behind the point: 1.') },
    { line: 9, column: 'kind', reason: expect.stringContaining('BASELINE, TARGET') },
    { line: 10, column: 'value', reason: expect.any(String) },
  ]);
});

it('lets two targets change places in one file, and refuses two for the same', async () => {
  await subgraph.given();
  await targets('a,norwid/rops,PL21,EECO01,2026,TARGET,1,', 'b,norwid/rops,PL21,EECO01,2027,TARGET,2,');

  const swapped = await targets('a,norwid/rops,PL21,EECO01,2027,TARGET,1,', 'b,norwid/rops,PL21,EECO01,2026,TARGET,2,');
  const { errors } = await subgraph.ask(
    'mutation ($csv: String!) { importTargets(partner: "siec", csv: $csv) { added } }',
    {
      csv: `${HEADER}\nc,norwid/rops,PL21,EECO01,2026,TARGET,3,`,
    },
  );

  expect(swapped).toMatchObject({ changed: 2, problems: [] });
  expect(errors?.[0]?.extensions?.code).toBe('CONFLICT');
  expect(await find(key('PL21'))).toEqual([{ baseline: null, target: 2 }]);
});

it('tells that a new target may show in territories, and names no row', async () => {
  await subgraph.given(network('Małopolska', 'PL21'));
  await targets('a,norwid/rops,PL21,EECO01,2026,TARGET,1,');

  const [touched] = await subgraph.touched();
  expect(touched?.types).toContain('Territory');
  expect(touched?.ids).toEqual([]);
});

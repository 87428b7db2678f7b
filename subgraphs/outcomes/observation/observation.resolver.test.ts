import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { network, publishedFigures, publishedRelease, target, unpublished } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { ReleaseStatus } from '../release/release.ts';
import { outcomes } from '../subgraph.ts';
import { TargetKind } from '../target/target.ts';

const subgraph = new SubgraphUnderTest(outcomes);

const PEOPLE = ['EECO01', 'EECO01 SEX=F', 'EECO01 SEX=MX', 'NH-T1'];

/** What is published of a territory, `{ … }` of `outcomes`. */
async function outcomesOf(code: string, args: string, fields: string) {
  const { territory } = await read(
    subgraph,
    `query ($code: ID!) { territory(code: $code) { outcomes(${args}) { ${fields} } } }`,
    { code },
  );
  return territory.outcomes;
}

it('tells a figure in its unit, where it is from and how good it is; one that is withheld without a value', async () => {
  const region = network('Małopolska', 'PL21');
  const release = publishedRelease(region, 'PEOPLE', '2025', PEOPLE);
  await subgraph.given(region, release, publishedFigures(release, 'PL21', [120, 70, 50, 12345]));
  await subgraph.orm.em
    .fork()
    .persist(publishedFigures(release, 'PL213', [20, null, null, null]))
    .flush();

  const fields = `indicator { code } category { trait code } territory { code } period value flag confidential unit basis
    asOf status release { id }`;
  const found = await outcomesOf('PL21', 'dataset: "PEOPLE", indicators: ["NH-T1"]', fields);

  expect(found).toEqual([
    {
      indicator: { code: 'NH-T1' },
      category: [],
      territory: { code: 'PL21' },
      period: '2025',
      value: 123.45,
      flag: null,
      confidential: false,
      unit: 'hours',
      basis: 'MEASURED',
      asOf: '2026-03-31',
      status: 'PUBLISHED',
      release: { id: release.id },
    },
  ]);
  const asked = 'dataset: "PEOPLE", breakdown: "SEX"';
  expect(await outcomesOf('PL213', asked, 'category { trait code } value flag confidential')).toEqual([
    { category: [{ trait: 'SEX', code: 'F' }], value: null, flag: 'c', confidential: true },
    { category: [{ trait: 'SEX', code: 'MX' }], value: null, flag: 'c', confidential: true },
  ]);
});

it('tells 0 of a territory that a release has no row of, and nothing of one that no release covers', async () => {
  const region = network('Małopolska', 'PL21');
  await subgraph.given(region, publishedRelease(region, 'PEOPLE', '2025', PEOPLE));

  const asked = 'dataset: "PEOPLE", indicators: ["EECO01"]';
  expect(await outcomesOf('PL_1261011-D18', asked, 'value flag')).toEqual([{ value: 0, flag: null }]);
  for (const code of ['PL22', 'PL2', 'EU', 'CH']) expect(await outcomesOf(code, asked, 'value')).toEqual([]);
});

it('takes the nearest network that covers the territory, unless another is named', async () => {
  const networks = [network('Poland', 'PL'), network('Małopolska', 'PL21'), network('South', 'PL2')];
  const releases = networks.map((one) => publishedRelease(one, 'PEOPLE', '2025', ['EECO01']));
  const figures = releases.map((release, i) => publishedFigures(release, 'PL213', [100 + i]));
  await subgraph.given(...networks, ...releases, ...figures);

  const asked = 'dataset: "PEOPLE", indicators: ["EECO01"]';
  expect(await outcomesOf('PL213', asked, 'value')).toEqual([{ value: 101 }]);
  expect(await outcomesOf('PL22', asked, 'release { id }')).toEqual([{ release: { id: releases[2]?.id } }]);
  expect(await outcomesOf('PL9', asked, 'release { id }')).toEqual([{ release: { id: releases[0]?.id } }]);
  const named = `${asked}, network: "${networks[0]?.id}"`;
  expect(await outcomesOf('PL213', named, 'value')).toEqual([{ value: 100 }]);
  for (const id of [`Network_${v4()}`, `Release_${networks[0]?.uuid}`, 'x'])
    expect(await outcomesOf('PL213', `${asked}, network: "${id}"`, 'value')).toEqual([]);
});

it('shows what is published alone, an older release only where it is named, and a draft never', async () => {
  const region = network('Małopolska', 'PL21');
  const statuses = Object.values(ReleaseStatus);
  const releases = statuses.map((status, number) => {
    const isOut = status === ReleaseStatus.PUBLISHED || status === ReleaseStatus.SUPERSEDED;
    const facts = { number, ...(isOut ? { status } : unpublished(status)) };
    return publishedRelease(region, 'PEOPLE', '2025', ['EECO01'], facts);
  });
  const figures = releases.map((release, i) => publishedFigures(release, 'PL21', [100 + i]));
  await subgraph.given(region, ...releases, ...figures);

  const asked = 'dataset: "PEOPLE", indicators: ["EECO01"]';
  const seen = async (args: string) => (await outcomesOf('PL21', args, 'value status'))[0];
  expect(await seen(asked)).toEqual({ value: 102, status: 'PUBLISHED' });
  const named = await Promise.all(releases.map(({ id }) => outcomesOf('PL21', `${asked}, release: "${id}"`, 'status')));
  expect(named).toEqual([[], [], [{ status: 'PUBLISHED' }], [{ status: 'SUPERSEDED' }], []]);
  expect(await outcomesOf('PL22', `${asked}, release: "${releases[2]?.id}"`, 'value')).toEqual([]);
});

it('takes the latest period that is published there, a label, or what is relative to today, oldest first', async () => {
  const region = network('Małopolska', 'PL21');
  const year = new Date().getUTCFullYear();
  const labels = [`${year - 1}-Q4`, `${year - 2}-Q1`, `${year - 1}-Q3`];
  const releases = labels.map((label) => publishedRelease(region, 'MANUFACTORIES', label, ['NH-M1']));
  await subgraph.given(region, ...releases);

  const periods = async (period: string) =>
    (await outcomesOf('PL21', `dataset: "MANUFACTORIES", indicators: ["NH-M1"]${period}`, 'period')).map(
      (one: { period: string }) => one.period,
    );
  expect(await periods('')).toEqual([`${year - 1}-Q4`]);
  expect(await periods(`, period: "${year - 2}-Q1"`)).toEqual([`${year - 2}-Q1`]);
  expect(await periods(', period: "LAST_YEAR"')).toEqual([`${year - 1}-Q3`, `${year - 1}-Q4`]);
  expect(await periods(', period: "LAST_20_QUARTERS"')).toEqual([`${year - 2}-Q1`, `${year - 1}-Q3`, `${year - 1}-Q4`]);
  expect(await periods(', period: "THIS_YEAR"')).toEqual([]);
});

it('falls back to the nearest territory above that has a figure, in the release, then in those of networks above', async () => {
  const [region, poland] = [network('Małopolska', 'PL21'), network('Poland', 'PL')];
  const [near, far] = [region, poland].map((one) => publishedRelease(one, 'PEOPLE', '2025', ['EECO01', 'NH-T1']));
  if (!near || !far) throw new Error('There are two.');
  await subgraph.given(region, poland, near, far);
  const rows: [typeof near, string, (number | null)[]][] = [
    [near, 'PL_1261011-D18', [null, null]],
    [near, 'PL_1261011', [null, null]],
    [near, 'PL_1261', [null, null]],
    [near, 'PL213', [30, null]],
    [near, 'PL21', [40, null]],
    [far, 'PL21', [41, null]],
    [far, 'PL213', [30, null]],
    [far, 'PL2', [50, 6000]],
  ];
  const em = subgraph.orm.em.fork();
  await em.persist(rows.map(([release, code, values]) => publishedFigures(release, code, values))).flush();

  const fields = 'value fallback { value territory { code } release { id } fallback { value } }';
  expect(await outcomesOf('PL_1261011-D18', 'dataset: "PEOPLE", indicators: ["EECO01", "NH-T1"]', fields)).toEqual([
    { value: null, fallback: { value: 30, territory: { code: 'PL213' }, release: { id: near.id }, fallback: null } },
    { value: null, fallback: { value: 60, territory: { code: 'PL2' }, release: { id: far.id }, fallback: null } },
  ]);
  expect(await outcomesOf('PL213', 'dataset: "PEOPLE", indicators: ["EECO01"]', fields)).toEqual([
    { value: 30, fallback: null },
  ]);
});

it('has no fallback where no territory above has a figure, and none above what a release covers', async () => {
  const region = network('Małopolska', 'PL21');
  const release = publishedRelease(region, 'PEOPLE', '2025', ['EECO01']);
  await subgraph.given(region, release, publishedFigures(release, 'PL21', [null]));

  const asked = 'dataset: "PEOPLE", indicators: ["EECO01"]';
  expect(await outcomesOf('PL21', asked, 'fallback { value }')).toEqual([{ fallback: null }]);
});

it('tells the change since the period before, as the same network published it, where both are published', async () => {
  const [region, poland] = [network('Małopolska', 'PL21'), network('Poland', 'PL')];
  const now = publishedRelease(region, 'PEOPLE', '2025', PEOPLE);
  const before = publishedRelease(region, 'PEOPLE', '2024', PEOPLE);
  const draft = publishedRelease(poland, 'PEOPLE', '2024', PEOPLE);
  await subgraph.given(region, poland, now, before, draft);
  const rows = [
    publishedFigures(now, 'PL21', [120, null, 50, 1010]),
    publishedFigures(before, 'PL21', [100, 60, null, 905]),
    publishedFigures(draft, 'PL21', [1, 1, 1, 1]),
  ];
  await subgraph.orm.em.fork().persist(rows).flush();

  const change = (await outcomesOf('PL21', 'dataset: "PEOPLE", indicators: ["EECO01", "NH-T1"]', 'change')) as object[];
  expect(change).toEqual([{ change: 20 }, { change: 1.05 }]);
  expect(await outcomesOf('PL21', 'dataset: "PEOPLE", breakdown: "SEX"', 'change')).toEqual([
    { change: null },
    { change: null },
  ]);
  const earlier = 'dataset: "PEOPLE", indicators: ["EECO01"], period: "2024"';
  expect(await outcomesOf('PL21', earlier, 'value change')).toEqual([{ value: 100, change: null }]);
});

it('tells baseline and target of an indicator as a whole, in its unit', async () => {
  const region = network('Małopolska', 'PL21');
  const release = publishedRelease(region, 'PEOPLE', '2025', PEOPLE);
  const { BASELINE } = TargetKind;
  await subgraph.given(
    region,
    release,
    target('PL21', 'NH-T1', '2025', '0.5', { kind: BASELINE }),
    target('PL21', 'NH-T1', '2025', '120.5'),
    target('PL21', 'EECO01', '2025', '300'),
    target('PL21', 'EECO01', '2024', '1', { kind: BASELINE }),
    target('PL22', 'EECO01', '2025', '2', { kind: BASELINE }),
  );

  const asked = 'dataset: "PEOPLE", indicators: ["EECO01", "NH-T1"]';
  expect(await outcomesOf('PL21', asked, 'baseline target')).toEqual([
    { baseline: null, target: 300 },
    { baseline: 0.5, target: 120.5 },
  ]);
  expect(await outcomesOf('PL21', 'dataset: "PEOPLE", breakdown: "SEX"', 'target')).toEqual([
    { target: null },
    { target: null },
  ]);
});

it('reads the figures of any number of territories in one statement, and each comparison in one more', async () => {
  const region = network('Małopolska', 'PL21');
  const release = publishedRelease(region, 'PEOPLE', '2025', ['EECO01']);
  const codes = Array.from({ length: 18 }, (_, i) => `PL_1261011-D${String(i + 1).padStart(2, '0')}`);
  const rows = codes.map((code, i) => publishedFigures(release, code, [i % 3 === 0 ? null : i]));
  await subgraph.given(region, release, ...rows);

  const ask = (fields: string) => `{ territory(code: "PL_1261011") { children(first: 20) { nodes { code
    outcomes(dataset: "PEOPLE", indicators: ["EECO01"]) { ${fields} } } } } }`;
  const { territory } = await read(subgraph, ask('value'));
  expect(subgraph.sql).toHaveLength(1);
  await read(subgraph, ask('value fallback { value } change target release { number }'));
  expect(subgraph.sql).toHaveLength(5);

  expect(territory.children.nodes).toEqual(
    codes.map((code, i) => ({ code, outcomes: [{ value: i % 3 === 0 ? null : i }] })),
  );
});

it('answers the gateway about territories, asked out of order and for a code that is none', async () => {
  const region = network('Małopolska', 'PL21');
  const release = publishedRelease(region, 'PEOPLE', '2025', ['EECO01']);
  await subgraph.given(region, release, publishedFigures(release, 'PL213', [30]));

  const fields = 'outcomes(dataset: "PEOPLE", indicators: ["EECO01"]) { value }';
  expect(await readEntities(subgraph, 'Territory', ['PL214', 'PL999', 'PL213', 'PL22'], fields, 'code')).toEqual([
    { outcomes: [{ value: 0 }] },
    null,
    { outcomes: [{ value: 30 }] },
    { outcomes: [] },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});

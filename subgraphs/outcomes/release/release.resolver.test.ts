import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities, readPages } from '../../../test/kit/ask.ts';
import { network } from '../../../test/kit/given-outcomes.ts';
import { assemble, counted, release, submit } from '../../../test/kit/release-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Network } from '../network/network.ts';
import { outcomes } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);
let networks: Record<'EU' | 'PL' | 'PL21' | 'PL22', Network>;
beforeEach(async () => {
  networks = {
    EU: network('Europe', 'EU'),
    PL: network('Poland', 'PL'),
    PL21: network('Małopolska', 'PL21'),
    PL22: network('Śląsk', 'PL22'),
  };
  await subgraph.given(...Object.values(networks));
});

/** Publishes what each network has of a quarter; in every territory the same, 1 euro in one municipality. */
async function publishAll(...releases: [keyof typeof networks, string][]): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const [code, period] of releases) {
    const paid = counted('NH-F2', code === 'PL22' ? 'PL_2469011' : 'PL_1203053', 100);
    const on = `${Number(period.slice(0, 4)) + 1}-01-31`;
    await submit(subgraph, networks[code], { period, submittedOn: on, signedOffOn: on }, paid);
    made.set(`${code} ${period}`, (await release(subgraph, networks[code], { period, on })).id);
  }
  return made;
}

it('lists and counts what every filter chooses, the newest first', async () => {
  await publishAll(['PL21', '2004-Q4'], ['EU', '2005-Q1'], ['PL22', '2005-Q2'], ['PL', '2005-Q3'], ['PL21', '2006-Q1']);
  const all = ['PL21 2006-Q1', 'PL 2005-Q3', 'PL22 2005-Q2', 'EU 2005-Q1', 'PL21 2004-Q4'];
  const of = (...codes: string[]) => all.filter((one) => codes.includes(one.split(' ')[0] as string));

  for (const [filter, expected] of [
    ['null', all],
    ['{ territory: "PL_1203053" }', of('EU', 'PL', 'PL21')],
    ['{ territory: "PL21" }', of('EU', 'PL', 'PL21')],
    ['{ territory: "PL" }', all],
    ['{ territory: "DE" }', of('EU')],
    ['{ level: REGIONAL }', of('PL21', 'PL22')],
    ['{ level: REGIONAL, territory: "PL22" }', of('PL22')],
    ['{ period: "2005-Q3" }', of('PL')],
    ['{ dataset: "PEOPLE" }', []],
    ['{ dataset: "MANUFACTORIES" }', all],
    ['{ status: SUPERSEDED }', []],
    [`{ network: "${networks.PL21.id}" }`, of('PL21')],
    [`{ network: "Network_${v4()}" }`, []],
    ['{ network: "nonsense" }', []],
  ] as const) {
    const { releases } = await read(
      subgraph,
      `{ releases(filter: ${filter}) { totalCount nodes { period territory { code } } } }`,
    );
    const found = releases.nodes.map((one: Seen) => `${one.territory.code} ${one.period}`);
    expect({ filter, found, totalCount: releases.totalCount }).toEqual({
      filter,
      found: expected,
      totalCount: expected.length,
    });
  }
});

interface Seen {
  period: string;
  territory: { code: string };
}

it('refuses a territory that is none', async () => {
  const { errors } = await subgraph.ask('{ releases(filter: { territory: "Polska" }) { totalCount } }');

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'territory', value: 'Polska' });
});

it('finds the latest that tells of a territory: of the last period, by the network nearest to it', async () => {
  await publishAll(['PL21', '2005-Q1'], ['PL', '2005-Q1'], ['EU', '2005-Q2'], ['PL', '2005-Q2']);
  await publishAll(['PL21', '2005-Q2']);
  await assemble(subgraph, networks.PL21, { period: '2005-Q2' });
  const latest = async (territory: string, dataset = 'MANUFACTORIES') => {
    const query = `{ latestRelease(dataset: "${dataset}", territory: "${territory}") { period territory { code } } }`;
    const found = (await read(subgraph, query)).latestRelease as Seen | null;
    return found && `${found.territory.code} ${found.period}`;
  };

  expect(await latest('PL_1203053')).toBe('PL21 2005-Q2');
  expect(await latest('PL22')).toBe('PL 2005-Q2');
  expect(await latest('EU')).toBe('EU 2005-Q2');
  expect(await latest('CH')).toBeNull();
  expect(await latest('PL', 'PEOPLE')).toBeNull();
});

it('pages through the figures by the codes of the territories, each once', async () => {
  const codes = ['PL_1203013', 'PL_1203022', 'PL_1203033', 'PL_1203043', 'PL_1203053', 'PL_1261011-D09'];
  await submit(subgraph, networks.PL21, {}, ...codes.map((code, i) => counted('NH-F2', code, i + 1)));
  const { id } = await release(subgraph, networks.PL21);
  const page = (first: number) => `query ($after: String) { release(id: "${id}") {
    figures(first: ${first}, after: $after) { totalCount nodes { territory { code } values } pageInfo { hasNextPage endCursor } } } }`;

  const pages = await readPages(subgraph, page(4), ({ release: found }) => found.figures);
  const [whole] = await readPages(subgraph, page(1000), ({ release: found }) => found.figures);

  const seen = pages.flatMap(({ nodes }) => nodes);
  expect(seen).toEqual(whole?.nodes);
  const above = ['PL21', 'PL213', 'PL21A', 'PL_1203', 'PL_1261', 'PL_1261011'];
  const found = seen.map(({ territory }) => territory.code);
  expect(found).toEqual([...new Set(found)].sort());
  expect(found).toEqual(expect.arrayContaining([...codes, ...above]));
  expect(pages.slice(0, -1).map(({ nodes }) => nodes.length)).toEqual(pages.slice(1).map(() => 4));
  expect((whole as unknown as { totalCount: number }).totalCount).toBe(found.length);
});

it.each([
  ['first: 1001', { field: 'first', limit: 1000 }],
  ['first: -1', { field: 'first', limit: 1000 }],
  ['after: "nonsense"', { field: 'after' }],
])('refuses the page of figures %s', async (page, facts) => {
  await submit(subgraph, networks.PL21, {}, counted('NH-F2', 'PL_1203053', 1));
  const { id } = await release(subgraph, networks.PL21);

  const { errors } = await subgraph.ask(`{ release(id: "${id}") { figures(${page}) { nodes { values } } } }`);

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', ...facts });
});

it('finds releases by their keys, and what belongs to each, in one statement for all', async () => {
  const made = await publishAll(['PL21', '2005-Q1'], ['PL22', '2005-Q1'], ['PL21', '2005-Q2']);
  const [first, second, third] = [...made.values()];
  const keys = [third, `Release_${v4()}`, `Network_${networks.PL21.uuid}`, first, second] as string[];

  const found = await readEntities(
    subgraph,
    'Release',
    keys,
    'id network { name } supersedes { id } supersededBy { id } figures(first: 1) { totalCount nodes { territory { code } } }',
  );

  const seen = (id: string | undefined, name: string, code: string) => ({
    id,
    network: { name },
    supersedes: null,
    supersededBy: null,
    figures: { totalCount: expect.any(Number), nodes: [{ territory: { code } }] },
  });
  expect(found).toEqual([
    seen(third, 'Małopolska', 'PL21'),
    null,
    null,
    seen(first, 'Małopolska', 'PL21'),
    seen(second, 'Śląsk', 'PL22'),
  ]);
  expect(subgraph.sql).toHaveLength(5);
});

import { expect, it } from '@jest/globals';
import { read, readEntities, readPages } from '../../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const codesOf = (nodes: { code: string }[]): string[] => nodes.map(({ code }) => code);

it('tells what a territory is, without a statement', async () => {
  const query = `{ territory(code: "PL_1261011-D18") { code name level scheme validFrom validTo
    parent { code level scheme parent { code parent { code } } } } }`;

  expect((await read(subgraph, query)).territory).toEqual({
    code: 'PL_1261011-D18',
    name: 'Nowa Huta',
    level: 'LOCAL',
    scheme: 'LOCAL',
    validFrom: '2024-01-01',
    validTo: null,
    parent: {
      code: 'PL_1261011',
      level: 'LOCAL',
      scheme: 'LAU',
      parent: { code: 'PL_1261', parent: { code: 'PL213' } },
    },
  });
  expect(subgraph.sql).toEqual([]);
});

it.each(['PL999', 'pl21', '', '1261011', 'constructor'])(
  'answers null for the code %j, without an error',
  async (code) => {
    const query = 'query ($code: ID!) { territory(code: $code) { name } }';

    expect(await read(subgraph, query, { code })).toEqual({ territory: null });
  },
);

it.each(['PL999', 'pl21', '', '1261011'])('refuses the code %j in a filter, with a code', async (code) => {
  const query = 'query ($code: String) { territories(filter: { territory: $code }) { nodes { code } } }';

  const { errors } = await subgraph.ask(query, { code });

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'territory', value: code });
});

it('puts a country outside the EU under nothing', async () => {
  expect(await read(subgraph, '{ territory(code: "CH") { level parent { code } } }')).toEqual({
    territory: { level: 'NATIONAL', parent: null },
  });
});

it('finds territories by their codes, asked out of order and for codes that are none', async () => {
  const codes = ['PL_1261011-D18', 'PL99', 'EU', 'Territory_EU', 'PL21'];

  const found = await readEntities(subgraph, 'Territory', codes, 'code name parent { name }', 'code');

  expect(found).toEqual([
    { code: 'PL_1261011-D18', name: 'Nowa Huta', parent: { name: 'Kraków' } },
    null,
    { code: 'EU', name: 'European Union', parent: null },
    null,
    { code: 'PL21', name: 'Małopolskie', parent: { name: 'Makroregion południowy' } },
  ]);
});

it('pages through the children of a territory, each once and by code', async () => {
  const query = `query ($after: String) { territory(code: "PL_1261011") { children(first: 5, after: $after) {
    totalCount nodes { code } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;

  const pages = await readPages(subgraph, query, ({ territory }) => territory.children);

  const codes = pages.flatMap(({ nodes }) => nodes.map(({ code }) => code));
  expect(codes).toEqual(Array.from({ length: 18 }, (_, i) => `PL_1261011-D${String(i + 1).padStart(2, '0')}`));
  expect(pages).toHaveLength(4);
  for (const [i, page] of pages.entries())
    expect(page).toMatchObject({ totalCount: 18, pageInfo: { hasPreviousPage: i > 0 } });
});

it('has no children beneath a district, and refuses a cursor of other children', async () => {
  const children = 'children(first: 1, after: $after) { totalCount nodes { code } pageInfo { endCursor } }';
  const query = `query ($code: ID!, $after: String) { territory(code: $code) { ${children} } }`;
  const district = await read(subgraph, query, { code: 'PL_1261011-D18' });
  const poland = await read(subgraph, query, { code: 'PL' });

  const after = poland.territory.children.pageInfo.endCursor;
  const { errors } = await subgraph.ask(query, { code: 'EU', after });

  expect(district.territory.children).toEqual({ totalCount: 0, nodes: [], pageInfo: { endCursor: null } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'after' });
});

it.each([
  ['{ level: EUROPEAN }', 1, ['EU']],
  ['{ territory: "EU", level: NATIONAL }', 27, ['AT', 'BE', 'BG']],
  ['{ territory: "PL21" }', 229, ['PL21', 'PL213', 'PL214']],
  ['{ territory: "PL2", level: REGIONAL }', 3, ['PL2', 'PL21', 'PL22']],
  ['{ territory: "PL_1261011", level: LOCAL }', 19, ['PL_1261011', 'PL_1261011-D01', 'PL_1261011-D02']],
  ['{ territory: "PL_1261011", level: NATIONAL }', 0, []],
])('lists and counts the territories of the filter %s', async (filter, count, first) => {
  const { territories } = await read(
    subgraph,
    `{ territories(first: 3, filter: ${filter}) { totalCount nodes { code } } }`,
  );

  expect(codesOf(territories.nodes)).toEqual(first);
  expect(territories.totalCount).toBe(count);
});

it('pages through all territories, each once and behind its parent', async () => {
  const query = `query ($after: String) { territories(first: 100, after: $after) {
    totalCount nodes { code parent { code } } pageInfo { endCursor hasNextPage } } }`;

  const pages = await readPages(subgraph, query, ({ territories }) => territories);

  const seen = new Set<string>();
  for (const { code, parent } of pages.flatMap(({ nodes }) => nodes)) {
    expect(seen.has(code)).toBe(false);
    if (parent) expect(seen.has(parent.code)).toBe(true);
    seen.add(code);
  }
  expect(pages[0]).toMatchObject({ totalCount: seen.size });
});

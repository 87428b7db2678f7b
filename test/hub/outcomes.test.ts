import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startWithDemo } from '../kit/demo-hub.ts';
import { EventReader } from '../kit/event-reader.ts';
import { Hub } from '../kit/hub.ts';
import { PartnerSystem } from '../kit/partner-system.ts';

const hub = new Hub();
const system = new PartnerSystem(hub);
beforeAll(() => startWithDemo(hub), 240_000);
afterAll(() => hub.remove(), 30_000);

const DISTRICTS = [14, 15, 16, 17, 18].map((number) => `PL_1261011-D${number}`);
const PLACES = ['PL21', 'PL213', 'PL_1261011', ...DISTRICTS, 'PL_1263011'];

interface Seen {
  territory: { code: string };
  indicator: { code: string };
  value: number | null;
  flag: string | null;
}

async function observe(period: string, indicators: string[], breakdown: string | null = null): Promise<Seen[]> {
  const { observations } = await system.read<{ observations: Seen[] }>(
    `query ($territories: [ID!]!, $indicators: [ID!]!, $periods: [String!]!, $breakdown: ID) {
      observations(dataset: "PEOPLE", territories: $territories, indicators: $indicators, periods: $periods, breakdown: $breakdown) {
        territory { code } indicator { code } value flag } }`,
    { territories: PLACES, indicators, periods: [period], breakdown },
  );
  return observations;
}

/** A line for each territory: its code, then what is told of it. */
function lines(seen: Seen[]): string[] {
  const byPlace = Map.groupBy(seen, ({ territory }) => territory.code);
  return [...byPlace].map(([code, figures]) => [code, ...figures.map(({ value, flag }) => value ?? flag)].join(' '));
}

it('tells of the 110 people of Nowa Huta how many they are, and who they are for the region alone', async () => {
  const [people, employed, unemployed, inWork] = ['EECO01', 'NH-P1', 'EECO02', 'NH-P5'];

  expect(lines(await observe('2006', [people, employed, unemployed]))).toEqual([
    'PL21 97 73 62',
    'PL213 66 51 c',
    'PL_1261011 66 51 c',
    'PL_1261011-D14 c c c',
    'PL_1261011-D15 18 14 c',
    'PL_1261011-D16 15 12 c',
    'PL_1261011-D17 c c c',
    'PL_1261011-D18 16 13 c',
    'PL_1263011 31 22 c',
  ]);
  expect(lines(await observe('2007', [people, employed, unemployed, inWork]))).toEqual([
    'PL21 91 78 c 57',
    'PL213 44 45 c c',
    'PL_1261011 44 45 c c',
    'PL_1261011-D14 c c c c',
    'PL_1261011-D15 11 12 c c',
    'PL_1261011-D16 c 11 c c',
    'PL_1261011-D17 c c c c',
    'PL_1261011-D18 12 12 c c',
    'PL_1263011 47 33 c c',
  ]);
});

it('breaks nobody down in a district or a municipality', async () => {
  for (const breakdown of ['SEX', 'AGE', 'EMPLOYMENT', 'DISABILITY']) {
    const [region, ...local] = lines(await observe('2006', ['EECO01'], breakdown));
    expect(region).not.toContain('c');
    for (const line of local) expect(line).toMatch(/^\S+( c)+$/);
  }
});

it('tells a network of a revision as it is published, and keeps what was published before as it was', async () => {
  const { releases } = await system.read<{
    releases: { nodes: { id: string; hash: string; network: { id: string } }[] };
  }>(
    '{ releases(filter: { dataset: "PEOPLE", period: "2007", level: REGIONAL }) { nodes { id hash network { id } } } }',
  );
  const [first] = releases.nodes;
  const stream = await EventReader.open(`${hub.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({
      query: 'subscription { releasePublished(territory: "PL_1261011") { release { number period } } }',
    }),
  });

  const draft = await system.write('assembleRelease', {
    networkId: first?.network.id,
    dataset: 'PEOPLE',
    period: '2007',
  });
  const approved = await system.edit('approveRelease', draft, { by: 'Board' });
  await system.edit('publishRelease', approved);

  expect(await stream.result()).toMatchObject({
    data: { releasePublished: { release: { number: 2, period: '2007' } } },
  });
  await stream.close();
  const query = 'query ($id: ID!) { release(id: $id) { status hash supersededBy { number hash } } }';
  const { release } = await system.read<{ release: object }>(query, { id: first?.id });
  expect(release).toMatchObject({ status: 'SUPERSEDED', hash: first?.hash, supersededBy: { number: 2 } });
});

it('gives a release away as files, whose tag is that of the release, and hides in them what is hidden', async () => {
  const { latestRelease } = await system.read<{ latestRelease: { id: string; hash: string } }>(
    '{ latestRelease(dataset: "PEOPLE", territory: "PL21") { id hash } }',
  );
  const at = `${hub.url}releases/${latestRelease.id}`;

  const table = await fetch(`${at}/esf-plus.csv`);
  expect(await table.text()).toMatch(/^EECO01,[^\n]*,64,46,110\r?$/m);
  expect(table.headers.get('etag')).toContain(latestRelease.hash);
  const again = await fetch(`${at}/esf-plus.csv`, { headers: { 'if-none-match': table.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);

  const sdmx = await (await fetch(`${at}/sdmx.csv?territory=PL_1203053`)).text();
  expect(sdmx).toMatch(/PL_1203053,2025,[^\n]*EECO02[^\n]*,c,C,/);
  for (const file of ['data.csv', 'data.json', 'data.xlsx'])
    expect((await fetch(`${at}/${file}?territory=PL_1203053`)).status).toBe(200);
});

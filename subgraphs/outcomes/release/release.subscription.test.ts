import { beforeEach, expect, it } from '@jest/globals';
import { network } from '../../../test/kit/given-outcomes.ts';
import { LiveSubgraph } from '../../../test/kit/live.ts';
import { approve, assemble, counted, release, submit } from '../../../test/kit/release-acts.ts';
import type { Network } from '../network/network.ts';
import { outcomes } from '../subgraph.ts';
import { RELEASE_PUBLISHED } from './release.events.ts';

const live = new LiveSubgraph(outcomes);
const QUERY = `subscription ($territory: String, $level: TerritoryLevel, $after: EventPosition) {
  releasePublished(territory: $territory, level: $level, after: $after) { position at release { id number status territory { code } } } }`;
let networks: Record<'EU' | 'PL' | 'PL21' | 'PL22', Network>;
beforeEach(async () => {
  networks = {
    EU: network('Europe', 'EU'),
    PL: network('Poland', 'PL'),
    PL21: network('Małopolska', 'PL21'),
    PL22: network('Śląsk', 'PL22'),
  };
  await live.given(...Object.values(networks));
  for (const [code, one] of Object.entries(networks))
    await submit(live, one, {}, counted('NH-F2', code === 'PL22' ? 'PL_2469011' : 'PL_1203053', 100));
});

const ASKED: [chosen: Record<string, string>, told: string[]][] = [
  [{}, ['PL21', 'PL22', 'PL', 'EU']],
  [{ territory: 'PL_1203053' }, ['PL21', 'PL', 'EU']],
  [{ territory: 'PL22' }, ['PL22', 'PL', 'EU']],
  [{ territory: 'PL' }, ['PL21', 'PL22', 'PL', 'EU']],
  [{ territory: 'DE' }, ['EU']],
  [{ level: 'REGIONAL' }, ['PL21', 'PL22']],
  [{ level: 'NATIONAL', territory: 'PL21' }, ['PL']],
];

it('tells each of those who ask of the releases that concern what they ask for, and of no other', async () => {
  const streams = await Promise.all(ASKED.map(([chosen]) => live.subscribe(QUERY, { ...chosen, after: '0' })));
  for (const code of ['PL21', 'PL22', 'PL', 'EU'] as const) await release(live, networks[code]);
  const revision = await release(live, networks.EU); // the last that each could hear, but who asks for another level

  for (const [i, [chosen, expected]] of ASKED.entries()) {
    const isHeard = !('level' in chosen);
    const results = (await streams[i]?.results(expected.length + (isHeard ? 1 : 0))) ?? [];
    const told = results.map(({ data }) => data.releasePublished.release);
    const codes = told.slice(0, expected.length).map(({ territory }) => territory.code);
    expect({ chosen, codes }).toEqual({ chosen, codes: expected });
    if (isHeard) expect(told.at(-1)).toMatchObject({ id: revision.id, number: 2, status: 'PUBLISHED' });
  }
});

it('begins behind a position, and shows what is superseded as it is by then', async () => {
  await release(live, networks.PL);
  const first = await live.subscribe(QUERY, { after: '0' });
  const { data } = await first.result();
  await release(live, networks.PL);

  const resumed = await live.subscribe(QUERY, { after: data?.releasePublished.position });
  expect((await resumed.result()).data?.releasePublished.release).toMatchObject({ number: 2, status: 'PUBLISHED' });
  const again = await live.subscribe(QUERY, { after: '0' });
  const both = (await again.results(2)).map((one) => one.data.releasePublished.release);
  expect(both.map(({ number, status }) => [number, status])).toEqual([
    [1, 'SUPERSEDED'],
    [2, 'PUBLISHED'],
  ]);
});

it('says nothing of a draft, though somebody told of it', async () => {
  const draft = await approve(live, await assemble(live, networks.PL));
  const stream = await live.subscribe(QUERY, { after: '0' });
  await live.publish({ type: RELEASE_PUBLISHED, subject: draft.id, data: {} });
  await release(live, networks.PL22);

  expect((await stream.result()).data?.releasePublished.release.territory.code).toBe('PL22');
});

it('refuses a territory that is none', async () => {
  const stream = await live.subscribe(QUERY, { territory: 'Polska' });

  const { errors } = await stream.result();

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'territory', value: 'Polska' });
});

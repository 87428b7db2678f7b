import { beforeEach, expect, it } from '@jest/globals';
import { network } from '../../../test/kit/given-outcomes.ts';
import { approve, assemble, counted, publish, type ReleaseSeen, submit } from '../../../test/kit/release-acts.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Network } from '../network/network.ts';
import { outcomes } from '../subgraph.ts';
import { Release } from './release.ts';
import { hashOf } from './release-hash.ts';
import { readPublished } from './stored-figures.ts';

const subgraph = new SubgraphUnderTest(outcomes);
let malopolska: Network;
beforeEach(async () => {
  malopolska = network('Małopolska', 'PL21');
  await subgraph.given(malopolska);
  await submit(
    subgraph,
    malopolska,
    { dataset: 'PEOPLE', period: '2005' },
    counted('EECO01', 'PL_1203053', 40),
    counted('EECO01', 'PL_1261011-D18', 4),
    counted('EECO01', 'PL_1261011-D17', 30),
  );
});
const draft = () => assemble(subgraph, malopolska, { dataset: 'PEOPLE', period: '2005' });

/** The hash that is kept, and the one of what is in the tables now. */
async function hashes({ id }: ReleaseSeen): Promise<{ kept: string; now: string }> {
  const em = subgraph.orm.em.fork();
  const release = await em.findOneOrFail(Release, { uuid: id.replace('Release_', '') } as never);
  return { kept: release.hash, now: hashOf(release, await readPublished(em, release)) };
}

async function expectUnchanged(release: ReleaseSeen, before: { kept: string }): Promise<void> {
  expect(await hashes(release)).toEqual({ kept: before.kept, now: before.kept });
}

const attempt = (sql: string, { id }: ReleaseSeen): Promise<unknown> =>
  subgraph.orm.em
    .fork()
    .execute(sql, [id.replace('Release_', '')])
    .then(
      () => 'done',
      (error: Error) => error.message,
    );

const ON_FIGURES = [
  `update published_figures set "values"[1] = 41 where "values"[1] = 40 and release_id = ?`,
  `update published_figures set territory_code = 'PL2' where territory_code = 'PL_1203053' and release_id = ?`,
  'delete from published_figures where release_id = ?',
  `update withheld_figures set "values"[1] = 5 where release_id = ?`,
  'delete from withheld_figures where release_id = ?',
];
const ON_RELEASE = [
  `update release set as_of = '2006-12-31' where id = ?`,
  `update release set columns = '[]' where id = ?`,
  `update release set notes = '{x}' where id = ?`,
  `update release set period = '2004' where id = ?`,
  `update release set number = 7 where id = ?`,
  `update release set hash = repeat('0', 64) where id = ?`,
  `update release set contributors = '{}' where id = ?`,
  `update release set status = 'DRAFT' where id = ?`,
  'with gone as (delete from withheld_figures) delete from release where id = ?',
];
const ON_PUBLISHED = [
  `update release set published_at = now() where id = ?`,
  `update release set sequence = 9 where id = ?`,
  `update release set approved_by = 'Somebody else' where id = ?`,
  `update release set status = 'DISCARDED' where id = ?`,
  `update release set status = 'APPROVED', published_at = null, sequence = null where id = ?`,
];

it.each([...ON_FIGURES, ...ON_RELEASE])('stands from its approval on, whoever writes %s', async (sql) => {
  const release = await approve(subgraph, await draft());
  const before = await hashes(release);

  expect(await attempt(sql, release)).toMatch(/do(es)? not change any more|cannot become|only a draft may be deleted/);
  await expectUnchanged(release, before);
});

it.each([...ON_FIGURES, ...ON_PUBLISHED])(
  'stands when it is published, and superseded, whoever writes %s',
  async (sql) => {
    const first = await publish(subgraph, await approve(subgraph, await draft()));
    const before = await hashes(first);

    expect(await attempt(sql, first)).toMatch(/do(es)? not change any more|cannot become/);
    await publish(subgraph, await approve(subgraph, await draft()));
    expect(await attempt(sql, first)).toMatch(/do(es)? not change any more|cannot become/);
    await expectUnchanged(first, before);
  },
);

it.each([ON_FIGURES[0], ON_FIGURES[1], `update release set as_of = '2005-12-30' where id = ?`])(
  'has a hash of another when it is changed as a draft: %s',
  async (sql) => {
    const release = await draft();
    const before = await hashes(release);
    expect(before.now).toBe(before.kept);

    expect(await attempt(sql as string, release)).toBe('done');

    expect((await hashes(release)).now).not.toBe(before.kept);
  },
);

it('has a hash of another when somebody adds a figure to what is published', async () => {
  const release = await publish(subgraph, await approve(subgraph, await draft()));
  const before = await hashes(release);
  const added = `insert into published_figures select release_id, 'PL2', level, "values" from published_figures
    where territory_code = 'PL_1203053' and release_id = ?`;

  expect(await attempt(added, release)).toBe('done');

  expect((await hashes(release)).now).not.toBe(before.kept);
});

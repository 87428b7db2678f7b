import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { Idea } from '../../../subgraphs/cps/idea/idea.ts';
import { cps } from '../../../subgraphs/cps/subgraph.ts';
import type { SupportCentre } from '../../../subgraphs/cps/support-centre/support-centre.ts';
import { someone } from '../../../test/kit/caller.ts';
import { sql } from '../../../test/kit/events.ts';
import { beneficiary, idea, supportCentre } from '../../../test/kit/given-cps.ts';
import { testDatabases } from '../../../test/kit/postgres.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { write } from '../../write/write.ts';
import { openDatabase } from '../open-database.ts';
import { asCaller, asSystem } from './on-behalf.ts';

const subgraph = new SubgraphUnderTest(cps);
let [centre, other]: SupportCentre[] = [];
beforeEach(async () => {
  [centre, other] = [supportCentre('Ours'), supportCentre('Theirs')];
  await subgraph.given(centre, other, idea(centre, 'ours'), idea(other, 'theirs'), beneficiary(centre));
});

const us = () => someone({ organisationId: centre?.organisationId ?? null });
const people = () => subgraph.running.em.fork().execute('select id from beneficiary');
const titles = async () =>
  (await sql((await testDatabases('cps')).ownerUrl, 'select title from idea order by title')).map(({ title }) => title);

it('denies everything beyond what is public to statements of which nobody said for whom they are', async () => {
  expect(await people()).toEqual([]);
  expect(await subgraph.running.em.fork().execute(`update idea set title = 'x' returning id`)).toEqual([]);
  await expect(
    subgraph.running.em
      .fork()
      .persist(idea(centre as SupportCentre, 'x'))
      .flush(),
  ).rejects.toThrow('row-level security');
});

it('hides from one caller what it shows to another over the same connections, however they come in between', async () => {
  const callers = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? us() : someone({ organisationId: v4() })));
  const seen = await Promise.all(callers.map((caller) => asCaller(caller, people)));

  expect(seen.map((rows) => rows.length)).toEqual(callers.map((_, i) => (i % 2 === 0 ? 1 : 0)));
  expect(await people()).toEqual([]);
});

it('hides alike within a transaction, also behind savepoints that were taken back, and tells the system all where it is asked for', async () => {
  const stranger = someone({ organisationId: v4() });
  await asCaller(us(), () =>
    subgraph.running.em.fork().transactional(async (em) => {
      const count = async () => (await em.execute('select id from idea where organisation_id <> ?', [v4()])).length;
      const seen = async () => (await em.execute('select id from beneficiary')).length;
      expect([await count(), await seen()]).toEqual([2, 1]);
      await em
        .transactional(async (inner) => {
          await asCaller(stranger, async () => {
            expect(await inner.execute('select id from beneficiary')).toEqual([]);
          });
          throw new Error('taken back');
        })
        .catch(() => undefined);
      await asCaller(stranger, async () => expect(await seen()).toBe(0));
      expect(await seen()).toBe(1);
      await asCaller(someone(), async () => expect(await seen()).toBe(0));
      await asSystem(async () => expect(await seen()).toBe(1));
      expect(await seen()).toBe(1);
    }),
  );
});

it('denies to change the row of another organisation, though the program forgot to ask whose it is', async () => {
  const change = write({ em: subgraph.running.em.fork(), caller: us() }, Idea, 'changeIdea', {}, async (em) => {
    const row = await em.findOneOrFail(Idea, { title: 'theirs' });
    row.title = 'ours now';
    return row;
  });

  await expect(change).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
  expect(await titles()).toEqual(['ours', 'theirs']);
});

it('denies to add a row for another organisation or outside the territory, though the program forgot to ask', async () => {
  const add = (row: Idea, caller = us()) =>
    write({ em: subgraph.running.em.fork(), caller }, Idea, 'addIdea', {}, async () => row);
  const denied = { extensions: { code: 'FORBIDDEN' } };

  await expect(add(idea(other as SupportCentre, 'x'))).rejects.toMatchObject(denied);
  await expect(add(idea(centre as SupportCentre, 'x'), { ...us(), territory: 'ES' })).rejects.toMatchObject(denied);
  await expect(add(idea(centre as SupportCentre, 'x'), { ...us(), organisationId: null })).rejects.toMatchObject(
    denied,
  );
  expect(await titles()).toEqual(['ours', 'theirs']);
  await add(idea(centre as SupportCentre, 'more'), { ...us(), territory: 'PL_1261011' });
  expect(await titles()).toEqual(['more', 'ours', 'theirs']);
});

it('survives a caller whose name or organisation would be SQL', async () => {
  const nasty = someone({ subject: "x', true); drop table idea; --", organisationId: "' or true --" });

  expect(await asCaller(nasty, people)).toEqual([]);
  expect(await titles()).toEqual(['ours', 'theirs']);
});

it('refuses to start as the owner of the tables, for whom policies do not hold', async () => {
  const { ownerUrl } = await testDatabases('cps');

  await expect(openDatabase({ ...cps, url: ownerUrl, ownerUrl })).rejects.toThrow(/owns the tables/);
});

it('refuses to start with a table of which nobody said whose rows it has', async () => {
  const urls = await testDatabases('cps');
  await sql(urls.ownerUrl, 'create table forgotten (id uuid)');

  await expect(openDatabase({ ...cps, ...urls })).rejects.toThrow(/"forgotten" have no organisation: say in `rows`/);
  await sql(urls.ownerUrl, 'drop table forgotten');
});

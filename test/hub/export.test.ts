import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startWithDemo } from '../kit/demo-hub.ts';
import { Hub } from '../kit/hub.ts';

const hub = new Hub();
const empty = new Hub();
beforeAll(async () => {
  await startWithDemo(hub);
  await empty.start('--no-demo');
}, 240_000);
afterAll(() => Promise.all([hub.remove(), empty.remove()]), 30_000);

/** Path from the folder → text. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

it('writes registers back as they can be read: into an empty hub and out again, the files are equal', async () => {
  const [first, second] = [path.join(hub.home, 'export'), path.join(empty.home, 'export')];
  expect((await empty.ask('{ manufactories { totalCount } }')).data?.manufactories.totalCount).toBe(0);

  expect(await hub.command('export', first)).toMatchObject({ code: 0 });
  expect(await empty.command('import', first)).toMatchObject({
    code: 0,
    output: expect.not.stringContaining('refused'),
  });
  expect(await empty.command('export', second)).toMatchObject({ code: 0 });

  expect(Object.keys(filesIn(first))).toEqual(Object.keys(filesIn('infra/demo')));
  expect(filesIn(second)).toEqual(filesIn(first));
}, 120_000);

it('says the same as the files that were imported: nothing changes when they are imported again', async () => {
  const { code, output } = await hub.command('import', path.join(hub.home, 'export'));

  expect(code).toBe(0);
  expect(output).not.toMatch(/[1-9]\d* (added|changed)/);
}, 60_000);

it('names rows as people do, and refuses to write over what is there', async () => {
  const folder = path.join(hub.home, 'export');
  expect(readFileSync(path.join(folder, 'krakow/incentives.csv'), 'utf8')).toMatch(
    /,latawiec\/manufaktura-|,[a-z-]+\/manufaktura-/,
  );

  const taken = path.join(hub.home, 'taken');
  mkdirSync(taken);
  writeFileSync(path.join(taken, 'mine.txt'), '');
  expect(await hub.command('export', taken)).toMatchObject({
    code: 1,
    output: expect.stringContaining('is not empty'),
  });
}, 30_000);

it('denies an export without the operator token', async () => {
  expect(await hub.ask('{ exportServices { csv } }')).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

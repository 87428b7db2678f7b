import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { takeLock } from './lock.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'hub-lock-'));
});
afterEach(() => rmSync(home, { recursive: true }));

it.each(['', '0', '-1', 'nonsense', '999999999'])('takes over a lock that no process holds: %j', async (text) => {
  writeFileSync(path.join(home, 'hub.pid'), text);

  const release = await takeLock(home);
  expect(readFileSync(path.join(home, 'hub.pid'), 'utf8')).toBe(`${process.pid}\n`);
  release();
  expect(readdirSync(home)).toEqual([]);
});

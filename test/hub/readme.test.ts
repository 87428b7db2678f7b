import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Hub } from '../kit/hub.ts';

const hub = new Hub();
beforeAll(() => hub.start(), 120_000);
afterAll(() => hub.remove(), 30_000);

const run = promisify(execFile);
const [, question = '', program = ''] = readFileSync('README.md', 'utf8').split(
  /^## (?:Two commands|Asking from a program)$/m,
);

/** The blocks of code in a part of README, asking this hub. */
const blocks = (part: string, language: string): string[] =>
  [...part.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) =>
    code.replaceAll('http://127.0.0.1:4000/', hub.url),
  );

/** Runs a script as it stands, from where it finds the packages. */
async function runScript(script: string): Promise<unknown> {
  const folder = mkdtempSync(path.resolve('dist/readme-'));
  const file = path.join(folder, 'ask.mjs');
  writeFileSync(file, script);
  const { stdout } = await run(process.execPath, [file]);
  rmSync(folder, { recursive: true });
  return JSON.parse(stdout);
}

it('asks the first question from a shell as it says', async () => {
  const [curl = ''] = blocks(question, 'sh').filter((block) => block.startsWith('curl'));
  const { stdout } = await run('bash', ['-c', curl]);

  expect(JSON.parse(stdout)).toEqual(await hub.ask(readFileSync('gateway/first-question.graphql', 'utf8')));
});

it('asks from a shell, with Apollo Client and with urql as it says, for the same answer', async () => {
  const [curl = ''] = blocks(program, 'sh');
  const [apollo = '', urql = ''] = blocks(program, 'js');

  const { data } = JSON.parse((await run('bash', ['-c', curl])).stdout);
  expect(data.manufactories.nodes).toEqual([{ name: expect.any(String) }, { name: expect.any(String) }]);
  for (const script of [apollo, urql]) {
    const withoutTypes = JSON.parse(JSON.stringify(await runScript(script)).replaceAll(/"__typename":"\w+",?/g, ''));
    expect(withoutTypes).toEqual({ data });
  }
});

it('says truly how to see which subgraphs answer', async () => {
  const [, command = ''] = /`(curl http:\S+ready)`/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const { stdout } = await run('bash', ['-c', command.replace('http://127.0.0.1:4000/', hub.url)]);

  expect(JSON.parse(stdout)).toMatchObject({ ready: true });
});

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readIssuers } from '../../gateway/identity/read-issuers.ts';
import { startWithDemo } from '../kit/demo-hub.ts';
import { eventually, Hub } from '../kit/hub.ts';
import { PartnerSystem } from '../kit/partner-system.ts';

const hub = new Hub();
const folder = mkdtempSync(path.resolve('dist/readme-'));
let scripts = 0;
beforeAll(() => startWithDemo(hub), 240_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
  return hub.remove();
}, 30_000);

const run = promisify(execFile);
const [, question = '', outcomes = '', tokens = '', program = '', live = ''] = readFileSync('README.md', 'utf8').split(
  /^## (?:Two commands|What a network sees|Who asks|Asking from a program|Subscribing)$/m,
);

/** The blocks of code in a part of README, asking this hub. */
const blocks = (part: string, language: string): string[] =>
  [...part.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) =>
    code
      .replaceAll('http://127.0.0.1:4000/', hub.url)
      .replaceAll('ws://127.0.0.1:4000/', hub.url.replace('http', 'ws')),
  );

/** Puts a script as it stands where it finds the packages. */
function place(script: string): string {
  const file = path.join(folder, `${scripts++}.mjs`);
  writeFileSync(file, script);
  return file;
}

async function runScript(script: string): Promise<unknown> {
  const { stdout } = await run(process.execPath, [place(script)]);
  return JSON.parse(stdout);
}

/** Runs what never ends by itself, and collects what it says. */
function listen(command: string, ...args: string[]): { said: string; child: ChildProcess } {
  const listening = { said: '', child: spawn(command, args) };
  listening.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    listening.said += text;
  });
  return listening;
}

it('asks the first question from a shell as it says', async () => {
  const [curl = ''] = blocks(question, 'sh').filter((block) => block.startsWith('curl'));
  const { stdout } = await run('bash', ['-c', curl]);

  expect(JSON.parse(stdout)).toEqual(await hub.ask(readFileSync('gateway/first-question.graphql', 'utf8')));
});

it('shows each level what it says', async () => {
  const queries = blocks(outcomes, 'graphql');
  const answers = blocks(outcomes, 'json').map((answer) => JSON.parse(answer));

  expect(await Promise.all(queries.map((query) => hub.ask(query)))).toEqual(answers);
  expect(queries).toHaveLength(4);
});

it('takes a token that it prints, and reads the file of issuers, as it says', async () => {
  const [shell = ''] = blocks(tokens, 'sh');
  const [issuers = ''] = blocks(tokens, 'json');
  const file = path.join(folder, 'issuers.json');
  writeFileSync(file, issuers);

  const env = { ...process.env, PORT: String(hub.port), HUB_HOME: hub.home };
  const direct = shell.replace('npm run -s hub --', `${process.execPath} dist/infra/hub.js`);
  expect(JSON.parse((await run('bash', ['-c', direct], { env })).stdout)).toEqual({ data: { __typename: 'Query' } });
  expect(readIssuers(file, () => {})).toHaveLength(1);
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

it('subscribes from a shell and with graphql-ws as it says, and both are told of a new manufactory', async () => {
  const [curl = ''] = blocks(live, 'sh');
  const [script = ''] = blocks(live, 'js');
  const listening = [listen('bash', '-c', `exec ${curl}`), listen(process.execPath, place(script))];
  const subscribers = () => fetch(`${hub.url}metrics`).then((response) => response.text());
  await eventually(async () => /^hub_subscribers 2$/m.test(await subscribers()));

  await prepareManufactory('The new one');

  await eventually(() => listening.every(({ said }) => said.includes('The new one')));
  for (const { child } of listening) child.kill();
  const [overEvents = '', overSocket = ''] = listening.map(({ said }) => said);
  expect(overEvents).toMatch(
    /^event: next$.*"change":"CREATED","manufactory":\{"name":"The new one","status":"PREPARING"\}/ms,
  );
  expect(overSocket).toMatch(/^\d+ \{.*change: 'CREATED'/ms);
}, 60_000);

async function prepareManufactory(name: string): Promise<void> {
  const system = new PartnerSystem(hub);
  const { supportCentres, parentInstitutions } = await system.read<Record<string, { nodes: { id: string }[] }>>(
    '{ supportCentres(first: 1) { nodes { id } } parentInstitutions(first: 1) { nodes { id } } }',
  );
  const territory = 'PL_1261011-D18';
  const supportCentreId = supportCentres?.nodes[0]?.id;
  const idea = await system.write('submitIdea', { supportCentreId, title: name, need: 'A need', territory });
  const parentInstitutionId = parentInstitutions?.nodes[0]?.id;
  const input = { parentInstitutionId, ideaId: idea.id, name, activityCode: 'S90.20', territory };
  await system.write('prepareManufactory', input);
}

it('says truly how to see which subgraphs answer', async () => {
  const [, command = ''] = /`(curl http:\S+ready)`/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const { stdout } = await run('bash', ['-c', command.replace('http://127.0.0.1:4000/', hub.url)]);

  expect(JSON.parse(stdout)).toMatchObject({ ready: true });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { startWithDemo } from '../kit/demo-hub.ts';
import { Hub } from '../kit/hub.ts';

const hub = new Hub();
const HEADER =
  'key,support_centre,title,need,status,submitted_on,verified_on,rejected_on,rejection_reason,need_assessment,market_assessment,territory,source';
const idea = (key: string, status = 'SUBMITTED', territory = 'PL_1261011') =>
  `${key},centre,Title,Need,${status},2026-01-02,,,,,,${territory},`;

let folder: string;
const file = (partner: string, name: string, ...lines: string[]): void => {
  mkdirSync(path.join(folder, partner), { recursive: true });
  writeFileSync(path.join(folder, partner, name), lines.join('\n'));
};
const titles = async () => (await hub.ask('{ ideas(first: 0) { totalCount } }')).data?.ideas.totalCount;

beforeAll(() => startWithDemo(hub), 240_000);
afterAll(() => hub.remove(), 30_000);
beforeEach(() => {
  folder = path.join(hub.home, `registers-${expect.getState().currentTestName?.length}`);
  file(
    'centre-of-gorlice',
    'support-centres.csv',
    'key,organisation,name,hosted_by,host_unit,territory,source',
    'centre,own,CPS,,,PL_1205011,',
  );
});

it('names each of three bad rows among good ones by file, line and column, stores nothing of it, and exits with 1', async () => {
  const before = await titles();
  file(
    'centre-of-gorlice',
    'ideas.csv',
    HEADER,
    idea('a'),
    idea('b', 'DREAMT'),
    idea('c'),
    idea('d', 'SUBMITTED', 'Kraków'),
    idea('e', 'VERIFIED'),
  );

  const { code, output } = await hub.command('import', folder);

  expect(code).toBe(1);
  const lines = output.split('\n').filter((line) => /ideas\.csv:\d/.test(line));
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain(
    'centre-of-gorlice/ideas.csv:3: status: "DREAMT" is none of SUBMITTED, VERIFIED, REJECTED',
  );
  expect(lines[1]).toContain('centre-of-gorlice/ideas.csv:5: territory: ');
  expect(lines[2]).toContain('centre-of-gorlice/ideas.csv:6: verified_on: ');
  expect(output).toContain('refused, nothing of it is stored');
  expect(await titles()).toBe(before);
}, 30_000);

it('imports a folder again without doubling, and names rows that are referred to before they are there', async () => {
  file('centre-of-gorlice', 'ideas.csv', HEADER, idea('a'), idea('b'));

  const first = await hub.command('import', folder);
  const again = await hub.command('import', path.join(folder, 'centre-of-gorlice'));

  expect(first).toMatchObject({
    code: 0,
    output: expect.stringContaining('ideas.csv: 2 added, 0 changed, 0 as before'),
  });
  expect(first.output).toMatch(
    /support-centres\.csv:2: organisation: refers to Organisation_\S+, which no subgraph has yet/,
  );
  expect(again).toMatchObject({
    code: 0,
    output: expect.stringContaining('ideas.csv: 0 added, 0 changed, 2 as before'),
  });
}, 30_000);

it('refuses a file that is not UTF-8, and stores the others', async () => {
  file('centre-of-gorlice', 'ideas.csv', HEADER, idea('latin'));
  writeFileSync(path.join(folder, 'centre-of-gorlice/ideas.csv'), Buffer.from(`${HEADER}\nKrak\xf3w`, 'latin1'));

  const { code, output } = await hub.command('import', folder);

  expect(code).toBe(1);
  expect(output).toMatch(/ideas\.csv: refused.*\n.*not UTF-8\. Save it as/);
  expect(output).toMatch(/support-centres\.csv: \d added/);
}, 30_000);

it('says what is wrong with a folder that holds no registers, or others', async () => {
  file('centre-of-gorlice', 'pupils.csv', 'key');
  expect(await hub.command('import', folder)).toMatchObject({
    code: 1,
    output: expect.stringContaining('pupils.csv is no register'),
  });
  expect(await hub.command('import', '/nowhere')).toMatchObject({
    code: 1,
    output: expect.stringContaining('There is no folder /nowhere.'),
  });
  expect(await hub.command('export')).toMatchObject({ code: 1, output: expect.stringContaining('import DIR') });
}, 30_000);

it('denies a write without the operator token, and one with another token', async () => {
  const write = 'mutation ($csv: String!) { importIdeas(partner: "x", csv: $csv) { added } }';

  const anonymous = await hub.ask(write, { csv: HEADER });
  const stranger = await hub.ask(write, { csv: HEADER }, { authorization: 'Bearer nonsense' });
  const operator = await hub.ask(write, { csv: HEADER }, { authorization: `Bearer ${hub.operatorToken}` });

  expect(anonymous).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(stranger).toMatchObject({ errors: [{ extensions: { code: 'TOKEN_INVALID' } }] });
  expect(operator).toEqual({ data: { importIdeas: { added: 0 } } });
});

const submitter = `Organisation_${v4()}`;

it('submits a file of figures, or names each line to correct, and exits with 1', async () => {
  file('centre-of-gorlice', 'figures.txt', 'indicator,category,territory,value', 'NH-M1,,PL_1205011,3');
  file(
    'centre-of-gorlice',
    'wrong.txt',
    'indicator,category,territory,value',
    'NH-M1,,PL_1205011,3',
    'NH-M1,,Gorlice,x',
  );
  const partner = ['--organisation', submitter, '--partnership', `Partnership_${v4()}`];
  const submit = (name: string, ...more: string[]) =>
    hub.command('submit', path.join(folder, 'centre-of-gorlice', name), ...partner, ...more);
  const quarter = ['--dataset', 'MANUFACTORIES', '--period', '2025-Q4'];

  const wrong = await submit('wrong.txt', ...quarter);
  const stored = await submit('figures.txt', ...quarter);

  expect(wrong.code).toBe(1);
  expect(wrong.output).toContain('wrong.txt: refused, nothing of it is stored');
  expect(wrong.output).toMatch(/^ {2}wrong\.txt:3: territory: "Gorlice" is no territory's code/m);
  expect(wrong.output).toMatch(/^ {2}wrong\.txt:3: value: "x" is no number/m);
  expect(stored).toMatchObject({
    code: 0,
    output: expect.stringContaining('1 figures stored as submission 1 of MANU'),
  });
  expect(await submit('figures.txt', '--dataset', 'PEOPLE', '--period', '2025-Q4')).toMatchObject({
    code: 1,
    output: expect.stringContaining('PEOPLE is submitted for a year'),
  });
  expect(await submit('figures.txt', '--dataset', 'PEOPLE')).toMatchObject({
    code: 1,
    output: expect.stringContaining('--period PERIOD'),
  });
}, 60_000);

it('shows submissions through the gateway to the operator alone, by their ids, too', async () => {
  const authorization = `Bearer ${hub.operatorToken}`;
  const { data } = await hub.ask(
    `{ submissions(filter: { organisation: "${submitter}" }) { nodes { id } } }`,
    {},
    { authorization },
  );
  const id: string = data?.submissions.nodes[0].id;
  const node = (of: string) => `{ node(id: "${of}") { id ... on Submission { period figureCount } } }`;
  const nobody = `Submission_${v4()}`;

  expect(await hub.ask(node(id), {}, { authorization })).toEqual({
    data: { node: { id, period: '2025-Q4', figureCount: 1 } },
  });
  expect(await hub.ask('{ submissions { totalCount } }')).toMatchObject({
    data: { submissions: null },
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  const [there, missing] = [await hub.ask(node(id)), await hub.ask(node(nobody))];
  expect(JSON.stringify(there).replaceAll(id, '')).toBe(JSON.stringify(missing).replaceAll(nobody, ''));
}, 30_000);

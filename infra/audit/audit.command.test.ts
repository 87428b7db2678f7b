import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { append } from '../../shared/access-log/append.ts';
import { runIn } from '../../shared/access-log/people.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { ALL_SUBGRAPHS } from '../../test/kit/all-subgraphs.ts';
import { someone } from '../../test/kit/caller.ts';
import { databaseSettings } from '../../test/kit/postgres.ts';
import { ServedSubgraph } from '../../test/kit/served-subgraph.ts';
import { auditCommand } from './audit.command.ts';
import { LOGGED } from './verify-logs.ts';

const [centre, hosts] = [new ServedSubgraph(cps), new ServedSubgraph(institutions)];
const caller = { subject: 'system', organisationId: null, roles: [], purpose: null, client: null };
const asker = { caller, jti: null, requestId: null, operation: () => null };
const before = { ...process.env };
const HASH = /[0-9a-f]{64}/;

beforeEach(async () => {
  process.env = {
    ...before,
    HUB_HOME: '/nowhere',
    ...(await databaseSettings('CPS', 'INSTITUTIONS')),
  };
  for (const subgraph of [centre, hosts]) {
    await subgraph.asSuperuser('truncate access_log');
    const entry = { type: 'Employment', pseudonym: 'p', fields: new Set<string>(), access: 'READ' as const };
    for (let i = 0; i < 3; i++) await append(runIn(subgraph.orm.em), asker, [entry]);
  }
});
afterEach(async () => {
  process.env = before;
  for (const subgraph of [centre, hosts]) await subgraph.asSuperuser('truncate access_log');
});

async function verify(...args: string[]) {
  const lines: string[] = [];
  return { code: await auditCommand.run(['verify', ...args], (line) => lines.push(line)), lines };
}

it('detects who asks a host for the work of somebody who is not theirs: the answer is as if there were nobody', async () => {
  await hosts.asSuperuser('truncate access_log');
  const query = 'query ($by: ID!) { employmentsOf(hostPseudonym: $by) { startsOn } }';
  const payroll = someone({ organisationId: v4(), scopes: ['people:read'], purpose: 'PAYROLL_HOST' });

  expect(await hosts.answer(query, { by: v4() }, payroll)).toEqual({ data: { employmentsOf: [] } });
  expect(await hosts.log()).toMatchObject([{ access: 'DENIED', type: 'Employment', fields: ['employmentsOf'] }]);
});

it('says of each log how long it is, and what to note', async () => {
  const { code, lines } = await verify();

  expect(code).toBe(0);
  expect(lines).toEqual([
    expect.stringMatching(/^cps +3 rows, each as it was written\. To note: --head cps=3:[0-9a-f]{64}$/),
    expect.stringMatching(/^institutions +3 rows.*--head institutions=3:[0-9a-f]{64}$/),
  ]);
});

it('detects a log that was tampered with, names the first row that is bad, and goes on with the others', async () => {
  await centre.asSuperuser(`update access_log set subject = 'nobody' where seq = 2`);

  expect(await verify()).toEqual({
    code: 1,
    lines: [
      expect.stringContaining('ROW 2 IS NOT AS IT WAS WRITTEN: it was changed. The 1 rows before it are.'),
      expect.stringContaining('3 rows, each as it was written'),
    ],
  });
});

it('detects a log that was cut off by the head that was noted, and one that is not there at all', async () => {
  const [line = ''] = (await verify()).lines;
  const head = `cps=3:${HASH.exec(line)?.[0]}`;
  await centre.asSuperuser('delete from access_log where seq > 1');

  expect((await verify()).code).toBe(0);
  const cut = await verify('--head', head);
  expect([cut.code, cut.lines[0]]).toEqual([1, expect.stringContaining('ROW 2 IS NOT AS IT WAS WRITTEN')]);
  await centre.asSuperuser('alter table access_log rename to access_log_away');
  const gone = await verify();
  await centre.asSuperuser('alter table access_log_away rename to access_log');
  expect([gone.code, gone.lines[0]]).toEqual([1, expect.stringContaining('cannot be read')]);
});

it.each([
  [['verify', '--head', 'cps=3']],
  [['verify', '--head', `marketplace=3:${'0'.repeat(64)}`]],
  [['look']],
  [['verify', '--json']],
  [[]],
])('refuses %j, and says what it takes', async (args) => {
  await expect(auditCommand.run(args, () => {})).rejects.toThrow(/audit verify|is no head/);
});

it('verifies every subgraph that has people', () => {
  expect(ALL_SUBGRAPHS.filter(({ people }) => people).map(({ name }) => name)).toEqual([...LOGGED]);
});

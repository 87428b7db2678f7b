import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { projectRoot } from '../reference-data/project-root.ts';

const run = (program: string, environment: Record<string, string>, ...args: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [`dist/${program}/main.js`, ...args], {
    cwd: projectRoot(),
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return { status, stderr };
};
const KEY = Buffer.alloc(32).toString('base64url');

it.each([
  ['gateway', {}, [], /^gateway did not start: The gateway needs .*\n$/],
  [
    'subgraphs/cps',
    { LISTEN_HOST: '0.0.0.0' },
    ['--port', '0'],
    /^cps did not start: LISTEN_HOST=0.0.0.0 .* needs TLS_CERT and TLS_KEY\.\n$/,
  ],
  [
    'gateway',
    { SUBGRAPH_CA: '/nowhere.pem' },
    ['--supergraph', 'gateway/supergraph.graphql', '--port', '0'],
    /^gateway did not start: SUBGRAPH_CA=\/nowhere\.pem is no file that can be read\.\n$/,
  ],
  ['subgraphs/cps', {}, ['--port', '0'], /^cps did not start: DATABASE_URL_CPS is not set.*\n$/],
  [
    'subgraphs/cps',
    {
      DATABASE_URL_CPS: 'postgresql://cps:secret@127.0.0.1:1/cps',
      DATABASE_OWNER_URL_CPS: 'postgresql://owner:secret@127.0.0.1:1/cps',
      SUBGRAPH_KEY_CPS: KEY,
    },
    ['--port', '0'],
    /^cps did not start: the database that DATABASE_URL_CPS and DATABASE_OWNER_URL_CPS name cannot be used: ((?!secret).)*ECONNREFUSED((?!secret).)*\n$/,
  ],
])(
  'says in a sentence why %s does not start',
  (program, environment, args, sentence) => {
    expect(run(program, environment, ...args)).toEqual({ status: 1, stderr: expect.stringMatching(sentence) });
  },
  60_000,
);

it.each(['throw', 'Promise.reject'])('hides the values in an error that nobody caught, and ends: %s', (how) => {
  const thrown = `new Error('Zofia Kowalska', { cause: 'Zofia Kowalska' })`;
  const uncaught = how === 'throw' ? `throw ${thrown}` : `Promise.reject(${thrown})`;
  const program = `import { startOrSay } from './dist/shared/process/start-or-say.js';
    await startOrSay('cps', async () => { setTimeout(() => { ${uncaught}; }, 1); });
    setTimeout(() => {}, 60_000);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: projectRoot(),
    encoding: 'utf8',
  });

  expect([status, JSON.parse(stderr)]).toEqual([
    1,
    expect.objectContaining({ level: 'error', program: 'cps', errorType: 'Error', msg: 'a mistake of ours' }),
  ]);
  expect(stderr).not.toContain('Kowalska');
});

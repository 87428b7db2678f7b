// Runs a program of infra/ on a machine where nothing was run before: installs what the lockfile says, compiles, and
// takes the Node of the registry package where the system's is too old. Plain JavaScript for Node 20, without packages.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(fileURLToPath(import.meta.url), '../..');
const NEEDED = [22, 17];
const built = path.join(root, 'dist/built');
const dashboard = path.join(root, 'gateway/dashboard/app');
const [program, ...args] = process.argv.slice(2);
/** The programs that serve the dashboard, or measure and test it. */
const SERVING = new Set(['start', 'gateway', 'test', 'check', 'bench']);

if (!isInstalled()) {
  step('installing packages from the lockfile; the first time this takes a minute or two');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  must([...npm, 'ci'], 'npm could not install the packages.');
}
const node = findNode();
if (!isBuilt()) {
  must([node, path.join(root, 'node_modules/typescript/bin/tsc')], 'The code does not compile.');
  writeFileSync(built, '');
}
if (SERVING.has(program) && !isBundled()) {
  must(
    [node, path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', dashboard],
    'The dashboard cannot be built.',
  );
}

const flags = program === 'gateway' ? JSON.parse(readFileSync(path.join(root, 'gateway/node-flags.json'), 'utf8')) : [];
const child = spawn(node, ['--enable-source-maps', ...flags, path.join(root, 'dist/infra', `${program}.js`), ...args], {
  cwd: process.cwd(),
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'], // its end tells the child that we are gone, however that came
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
if (process.env.npm_lifecycle_event) {
  const began = lineage(); // npm and its shell may be killed without a word to us
  setInterval(() => lineage() === began || child.kill('SIGTERM'), 500).unref();
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

/** Whether node_modules holds what the lockfile asks of this platform. */
function isInstalled() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([name, { version, optional, peer }]) =>
      name === '' || have[name]?.version === version || (!have[name] && (optional || peer)),
  );
}

/** Whether the last compilation that succeeded is younger than every source. */
function isBuilt() {
  const folders = ['gateway', 'subgraphs', 'shared', 'infra', 'test'].map((folder) => path.join(root, folder));
  return isYoungest(built, folders, (file) => file.endsWith('.ts'));
}

/** Whether the dashboard that is served is younger than all that it is made of. */
function isBundled() {
  return isYoungest(path.join(root, 'dist/dashboard/index.html'), [dashboard], (file) => /\.\w+$/.test(file));
}

function isYoungest(made, folders, isSource) {
  if (!existsSync(made)) return false;
  const since = statSync(made).mtimeMs;
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter(isSource)
      .map((file) => path.join(folder, file)),
  );
  const settings = ['tsconfig.json', 'package-lock.json'].map((file) => path.join(root, file));
  return [...settings, ...sources].every((file) => statSync(file).mtimeMs < since);
}

function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return process.execPath;
  const packaged = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(packaged)) return packaged;
  console.error(
    `The hub needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}, and npm has none for this platform.`,
  );
  process.exit(1);
}

function must([command, ...rest], failure) {
  const { status } = spawnSync(command, rest, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return;
  console.error(failure);
  process.exit(1);
}

/** Our parent and its parent: npm's shell and npm. */
function lineage() {
  const stat = `/proc/${process.ppid}/stat`;
  const grandparent = existsSync(stat) ? readFileSync(stat, 'utf8').split(') ').at(-1).split(' ')[1] : '';
  return `${process.ppid} ${grandparent}`;
}

function step(text) {
  console.error(`· ${text}`);
}

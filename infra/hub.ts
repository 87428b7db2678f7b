import { parseArgs } from 'node:util';
import { isError } from '../gateway/publish-check/finding.ts';
import type { Hub } from './ask.ts';
import { AUDIT_USAGE, audit } from './audit/audit.ts';
import { checkSdlFile, verdictLines } from './check-sdl/check-sdl-file.ts';
import { hubConfig, pathFromCaller } from './config.ts';
import { exportFolder } from './export/export-folder.ts';
import { importFolder } from './import/import-folder.ts';
import { RETENTION_USAGE, reportRetention } from './retention/retention-report.ts';
import { readSecrets } from './secrets.ts';
import { submitFigures } from './submit/submit-figures.ts';
import { issueToken, personaLines } from './token/issue-token.ts';

const USAGE = `npm run -s hub -- import DIR   loads a partner's registers, or those of many partners, into the running hub
npm run -s hub -- export DIR   writes all registers into an empty folder, in the form that import reads
npm run -s hub -- submit FILE --organisation ID --partnership ID --dataset CODE --period PERIOD
                               submits what a partner counted, a CSV file with indicator, category, territory, value, basis
npm run -s hub -- token --as WHO [--purpose PURPOSE] [--for 8h] [--beneficiary ID]
                               prints a token with which the hub can be tried out; without --as, who there is to be
${AUDIT_USAGE}
${RETENTION_USAGE}
npm run -s hub -- check SUBGRAPH SDL-FILE [--operations DIR] [--url URL] [--allow-rights] [--allow-takeover] [--json]
                               says what would be refused if the SDL were published, and what clients would miss
PORT says where the hub runs, HUB_HOME or OPERATOR_TOKEN how to be let in.`;

/** What the options of `submit`, `token` and `check` say; other commands have none. */
type Options = Partial<
  Record<'organisation' | 'partnership' | 'dataset' | 'period' | 'as' | 'purpose' | 'for' | 'beneficiary', string> &
    Record<'operations' | 'url', string> &
    Record<'allow-rights' | 'allow-takeover' | 'json', boolean>
>;

/** `npm run -s hub -- COMMAND …`: what an operator does with a running hub. Gives the exit code. */
const COMMANDS: Record<string, (hub: Hub, path: string, options: Options) => Promise<number>> = {
  import: async (hub, folder) => ((await importFolder(hub, folder, console.log)) ? 0 : 1),
  export: async (hub, folder) => {
    await exportFolder(hub, folder, console.log);
    return 0;
  },
  submit: async (hub, file, { organisation, partnership, dataset, period }) => {
    if (!organisation || !partnership || !dataset || !period) throw new Error(USAGE);
    const figures = { file, organisation, partnership, dataset, period };
    return (await submitFigures(hub, figures, console.log)) ? 0 : 1;
  },
};

/** What can be done without a hub that runs. Gives the exit code. */
const ALONE: Record<string, (options: Options, given: string[]) => Promise<number>> = {
  async check({ json, url, operations, ...options }, [subgraph, sdl]) {
    if (!subgraph || !sdl) throw new Error(USAGE);
    const allowed = { rights: options['allow-rights'] ?? false, takeover: options['allow-takeover'] ?? false };
    const folder = operations === undefined ? undefined : pathFromCaller(operations);
    const verdict = await checkSdlFile({ subgraph, file: pathFromCaller(sdl), url, operations: folder, allowed });
    console.log(json ? JSON.stringify(verdict) : verdictLines(verdict, sdl).join('\n'));
    return verdict.findings.some(isError) ? 1 : 0;
  },
  async token({ as, ...options }) {
    const { home } = hubConfig();
    const key = readSecrets(home)?.localIssuerKey;
    if (!key) throw new Error(`There is no hub in ${home} that would take a token. Start one first.`);
    console.log(as ? await issueToken(key, { as, ...options }) : personaLines().join('\n'));
    return 0;
  },
};

try {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'audit') process.exit(await audit(rest, console.log)); // of databases, so the hub need not run
  if (first === 'retention') process.exit(await reportRetention(console.log)); // of databases: the hub need not run
  const { name, all, options } = readArguments(process.argv.slice(2));
  const [given] = all;
  if (ALONE[name]) process.exit(await ALONE[name](options, all));
  const command = COMMANDS[name];
  if (!command || !given) throw new Error(USAGE);
  process.exit(await command(runningHub(), pathFromCaller(given), options));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function readArguments(args: string[]): { name: string; all: string[]; options: Options } {
  const text = { type: 'string' } as const;
  const submission = { organisation: text, partnership: text, dataset: text, period: text };
  const token = { as: text, purpose: text, for: text, beneficiary: text };
  const yes = { type: 'boolean' } as const;
  const check = { operations: text, url: text, 'allow-rights': yes, 'allow-takeover': yes, json: yes };
  const options = { ...submission, ...token, ...check };
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [name = '', ...all] = positionals;
    return { name, all, options: values };
  } catch (cause) {
    throw new Error(USAGE, { cause });
  }
}

function runningHub(): Hub {
  const { port, home } = hubConfig();
  const operatorToken = process.env.OPERATOR_TOKEN || readSecrets(home)?.operatorToken;
  if (operatorToken) return { url: `http://127.0.0.1:${port}/`, operatorToken };
  throw new Error(`There is no operator token in ${home}. Start the hub first, or set OPERATOR_TOKEN.`);
}

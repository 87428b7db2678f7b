import { parseArgs } from 'node:util';
import type { Hub } from './ask.ts';
import { hubConfig, pathFromCaller } from './config.ts';
import { exportFolder } from './export/export-folder.ts';
import { importFolder } from './import/import-folder.ts';
import { RETENTION_USAGE, reportRetention } from './retention/retention-report.ts';
import { readSecrets } from './secrets.ts';
import { submitFigures } from './submit/submit-figures.ts';

const USAGE = `npm run -s hub -- import DIR   loads a partner's registers, or those of many partners, into the running hub
npm run -s hub -- export DIR   writes all registers into an empty folder, in the form that import reads
npm run -s hub -- submit FILE --organisation ID --partnership ID --dataset CODE --period PERIOD
                               submits what a partner counted, a CSV file with indicator, category, territory, value, basis
${RETENTION_USAGE}
PORT says where the hub runs, HUB_HOME or OPERATOR_TOKEN how to be let in.`;

/** What the options of `submit` say; other commands have none. */
type Options = Partial<Record<'organisation' | 'partnership' | 'dataset' | 'period', string>>;

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

try {
  if (process.argv[2] === 'retention') process.exit(await reportRetention(console.log)); // of databases: the hub need not run
  const { name, given, options } = readArguments(process.argv.slice(2));
  const command = COMMANDS[name];
  if (!command || !given) throw new Error(USAGE);
  process.exit(await command(runningHub(), pathFromCaller(given), options));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function readArguments(args: string[]): { name: string; given: string | undefined; options: Options } {
  const text = { type: 'string' } as const;
  const options = { organisation: text, partnership: text, dataset: text, period: text };
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [name = '', given] = positionals;
    return { name, given, options: values };
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

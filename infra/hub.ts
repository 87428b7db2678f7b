import type { Hub } from './ask.ts';
import { hubConfig, pathFromCaller } from './config.ts';
import { exportFolder } from './export/export-folder.ts';
import { importFolder } from './import/import-folder.ts';
import { readSecrets } from './secrets.ts';

const USAGE = `npm run -s hub -- import DIR   loads a partner's registers, or those of many partners, into the running hub
npm run -s hub -- export DIR   writes all registers into an empty folder, in the form that import reads
PORT says where the hub runs, HUB_HOME or OPERATOR_TOKEN how to be let in.`;

/** `npm run -s hub -- COMMAND …`: what an operator does with a running hub. Gives the exit code. */
const COMMANDS: Record<string, (hub: Hub, folder: string) => Promise<number>> = {
  import: async (hub, folder) => ((await importFolder(hub, folder, console.log)) ? 0 : 1),
  export: async (hub, folder) => {
    await exportFolder(hub, folder, console.log);
    return 0;
  },
};

const [name = '', folder] = process.argv.slice(2);
try {
  const command = COMMANDS[name];
  if (!command || !folder) throw new Error(USAGE);
  process.exit(await command(runningHub(), pathFromCaller(folder)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function runningHub(): Hub {
  const { port, home } = hubConfig();
  const operatorToken = process.env.OPERATOR_TOKEN || readSecrets(home)?.operatorToken;
  if (operatorToken) return { url: `http://127.0.0.1:${port}/`, operatorToken };
  throw new Error(`There is no operator token in ${home}. Start the hub first, or set OPERATOR_TOKEN.`);
}

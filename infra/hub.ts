import { hubConfig } from './config.ts';
import { importFolder } from './import/import-folder.ts';
import { readSecrets } from './secrets.ts';

const USAGE = `npm run -s hub -- import DIR   loads a partner's registers, or those of many partners, into the running hub
                               (PORT says where it runs, HUB_HOME or OPERATOR_TOKEN how to be let in)`;

/** `npm run -s hub -- COMMAND …`: what an operator does with a running hub. */
const [command, folder] = process.argv.slice(2);
try {
  if (command !== 'import' || !folder) throw new Error(USAGE);
  const { port, home } = hubConfig();
  const operatorToken = process.env.OPERATOR_TOKEN || readSecrets(home)?.operatorToken;
  if (!operatorToken)
    throw new Error(`There is no operator token in ${home}. Start the hub first, or set OPERATOR_TOKEN.`);
  const whole = await importFolder({ url: `http://127.0.0.1:${port}/`, operatorToken }, folder, console.log);
  process.exit(whole ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

import type { Hub } from './ask.ts';
import { hubConfig } from './config.ts';
import { readSecrets } from './secrets.ts';

/** The hub that `PORT` and `HUB_HOME` or `OPERATOR_TOKEN` name. Throws where nothing says how to be let in. */
export function runningHub(): Hub {
  const { port, home } = hubConfig();
  const operatorToken = process.env.OPERATOR_TOKEN || readSecrets(home)?.operatorToken;
  if (operatorToken) return { url: `http://127.0.0.1:${port}/`, operatorToken };
  throw new Error(`There is no operator token in ${home}. Start the hub first, or set OPERATOR_TOKEN.`);
}

import { auditCommand } from './audit/audit.command.ts';
import { checkCommand } from './check-sdl/check.command.ts';
import { Misused } from './command.ts';
import { exportCommand } from './export/export.command.ts';
import { importCommand } from './import/import.command.ts';
import { retentionCommand } from './retention/retention.command.ts';
import { submitCommand } from './submit/submit.command.ts';
import { tokenCommand } from './token/token.command.ts';

const COMMANDS = [
  importCommand,
  exportCommand,
  submitCommand,
  tokenCommand,
  auditCommand,
  retentionCommand,
  checkCommand,
];

/** `npm run -s hub -- COMMAND …`: what an operator does with a hub. Ends with the exit code of the command. */
try {
  const [name, ...args] = process.argv.slice(2);
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw new Misused();
  process.exit(await command.run(args, console.log));
} catch (error) {
  console.error(described(error));
  process.exit(1);
}

function described(error: unknown): unknown {
  if (error instanceof Misused) {
    const settings = 'PORT says where the hub runs, HUB_HOME or OPERATOR_TOKEN how to be let in.';
    return [...COMMANDS.map(({ usage }) => usage), settings].join('\n');
  }
  return error instanceof Error ? error.message : error;
}

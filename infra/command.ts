import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

type Say = (line: string) => void;
type Given<O extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** `npm run -s hub -- NAME …`: something that an operator does with a hub. */
export interface Command {
  name: string;
  /** How it is called, and what it does. */
  usage: string;
  /** Gives the exit code. Throws, with the way out, where it cannot be done. */
  run(args: string[], say: Say): Promise<number>;
}

/** A command was called otherwise than its usage says. */
export class Misused extends Error {}

/** A command that takes the options alone that are its own; `run` gives null where it lacks something that it needs. */
export function command<const O extends ParseArgsOptionsConfig>({
  run,
  options,
  ...told
}: {
  name: string;
  usage: string;
  options: O;
  run: (values: Given<O>['values'], positionals: string[], say: Say) => Promise<number | null>;
}): Command {
  const read = (args: string[]): Given<O> => {
    try {
      return parseArgs({ args, options, allowPositionals: true });
    } catch (cause) {
      throw new Misused(told.usage, { cause });
    }
  };
  return {
    ...told,
    async run(args, say) {
      const { values, positionals } = read(args);
      const code = await run(values, positionals, say);
      if (code === null) throw new Misused(told.usage);
      return code;
    },
  };
}

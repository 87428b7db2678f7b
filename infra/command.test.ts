import { expect, it } from '@jest/globals';
import { command, Misused } from './command.ts';

const said: string[] = [];
const greet = command({
  name: 'greet',
  usage: 'greet WHO [--loudly]',
  options: { loudly: { type: 'boolean' } },
  async run({ loudly }, [who], say) {
    if (!who) return null;
    say(loudly ? who.toUpperCase() : who);
    return 3;
  },
});
const run = (...args: string[]) => greet.run(args, (line) => said.push(line));

it('runs with the options that are its own, and gives the exit code', async () => {
  expect([await run('ada'), await run('ada', '--loudly')]).toEqual([3, 3]);
  expect(said).toEqual(['ada', 'ADA']);
});

it.each([[[]], [['ada', '--quietly']], [['ada', '--loudly=very']]])(
  'refuses %j with its usage, and does nothing',
  async (args) => {
    said.length = 0;

    const refused = await run(...args).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(Misused);
    expect(refused).toMatchObject({ message: 'greet WHO [--loudly]' });
    expect(said).toEqual([]);
  },
);

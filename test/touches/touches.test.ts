import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { GraphQLField } from 'graphql';
import { mergeTouched } from '../../shared/touch/touched.ts';
import { ALL_SUBGRAPHS } from '../kit/all-subgraphs.ts';
import { load } from '../kit/ask.ts';
import { Choices } from '../kit/choices.ts';
import { randomInput } from '../kit/random-input.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';
import { snapshot, uuidsOf } from './snapshot.ts';
import { untold } from './untold.ts';
import { type DemoFile, demoFiles, loadDemo, rowsOf } from './world.ts';

/** `npm run test:touches` does more of them. */
const ROUNDS = Number(process.env.TOUCH_ROUNDS || 1);
const ATTEMPTS = 25;
/** What chance hardly ever makes whole, and of which nothing is told to the public until the last step: see `release.visibility.test.ts`. */
const ELSEWHERE = ['assembleRelease', 'approveRelease', 'publishRelease', 'discardRelease'];

describe.each(ALL_SUBGRAPHS.map((subgraph) => [subgraph.name, subgraph] as const))('%s', (_name, part) => {
  const subgraph = new SubgraphUnderTest(part);

  const mutations = () =>
    Object.values(subgraph.schema.getMutationType()?.getFields() ?? {}).filter(
      ({ name, args }) => args[0]?.name === 'input' && !ELSEWHERE.includes(name),
    );
  const now = async () => snapshot(subgraph, await uuidsOf(subgraph));

  it('tells all that shows otherwise after any mutation', async () => {
    await loadDemo(subgraph);
    const choices = Choices.seeded(7);
    const done = new Set<string>();
    let before = await now();
    for (const mutation of Array.from({ length: ROUNDS }, mutations).flat()) {
      const tried = await succeed(mutation, choices);
      if (!tried) continue;
      const after = await now();
      expect({ ...tried, untold: untold(before, after, mergeTouched(await subgraph.touched())) }).toEqual({
        ...tried,
        untold: [],
      });
      done.add(mutation.name);
      before = after;
    }
    expect(done.size).toBeGreaterThanOrEqual(mutations().length / 2);
  }, 300_000);

  it('tells all that shows otherwise after an import that changes some of a register', async () => {
    await loadDemo(subgraph);
    const choices = Choices.seeded(11);
    let before = await now();
    for (const file of demoFiles(subgraph).filter((_, i) => ROUNDS > 1 || i % 8 === 0)) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const { partner, mutation, csv } = changed(file, demoFiles(subgraph), choices);
        await forget();
        const report = await load(subgraph, mutation, partner, csv).catch(() => null);
        if (!report?.added && !report?.changed) continue;
        const after = await now();
        const found = untold(before, after, mergeTouched(await subgraph.touched()));
        expect({ csv, untold: found }).toEqual({ csv, untold: [] });
        before = after;
        break;
      }
    }
  }, 300_000);

  const forget = () => subgraph.orm.em.fork().execute('delete from outbox');

  /** Tries random inputs until one is taken; gives it, or null where none was. */
  async function succeed(mutation: GraphQLField<unknown, unknown>, choices: Choices) {
    const { name, args } = mutation;
    const rows = await rowsOf(subgraph); // what is refused changes none
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const input = randomInput(subgraph.schema, choices, rows, mutation);
      if (!input) return null;
      await forget();
      const query = `mutation ($input: ${args[0]?.type}) { ${name}(input: $input) { __typename } }`;
      if (!(await subgraph.ask(query, { input })).errors) return { name, input };
    }
    return null;
  }
});

/** One line of the file, with some cells as another line has them, of this file or another. */
function changed({ partner, mutation, header, lines }: DemoFile, files: DemoFile[], choices: Choices) {
  const all = files.filter((file) => file.mutation === mutation).flatMap((file) => file.lines);
  const [names = [], one = []] = parse([header, choices.pick(lines)].join('\n')) as string[][];
  const [other = []] = parse(choices.pick(all)) as string[][];
  const line = one.map((cell, i) => (i > 0 && choices.chance(25) ? (other[i] ?? cell) : cell));
  return { partner, mutation, csv: stringify([names, line]) };
}

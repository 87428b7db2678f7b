import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readSupergraph } from '../../../gateway/engine/supergraph.ts';
import { Choices } from '../../kit/choices.ts';
import { startWithDemo } from '../../kit/demo-hub.ts';
import { Hub } from '../../kit/hub.ts';
import { randomQuestion } from './random-question.ts';
import { randomWrite } from './random-write.ts';
import { readRows } from './rows.ts';

/** More of them in `npm run test:cached-answers`. */
const WRITES = Number(process.env.CACHED_WRITES || 12);
const SEED = Number(process.env.CACHED_SEED || 20_260_101);
const QUESTIONS = 40;
const PER_WRITE = 10;
/** For what one subgraph does when it hears of another's event, which is no write of ours. */
const PATIENCE_MS = 3_000;

const hub = new Hub();
const { schema } = readSupergraph(readFileSync('gateway/supergraph.graphql', 'utf8'));
const choices = Choices.seeded(SEED, 1_000_000);

beforeAll(() => startWithDemo(hub), 240_000);
afterAll(() => hub.remove(), 30_000);

interface Told {
  text: string;
  isHit: boolean;
}

async function ask(query: string, headers: Record<string, string> = {}, variables = {}): Promise<Told> {
  const response = await fetch(`${hub.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { text: await response.text(), isHit: response.headers.get('cache-status')?.includes('hit') ?? false };
}

const askPast = async (query: string): Promise<string> => (await ask(query, { 'cache-control': 'no-store' })).text;
const rowsNow = () =>
  readRows(schema, async (query) => {
    const { data } = JSON.parse(await askPast(query));
    return data;
  });

/** Whether an answer through the cache is one that the subgraphs give before or after it. */
async function compare(question: string): Promise<boolean> {
  const before = await askPast(question);
  const { text, isHit } = await ask(question);
  if (text !== before && text !== (await askPast(question))) throw new Stale(question, text, before);
  return isHit;
}

class Stale extends Error {
  constructor(question: string, cached: string, fresh: string) {
    super(`${question}\n got ${cached}\n and the subgraphs say ${fresh}`);
  }
}

async function compareInTime(question: string): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await compare(question);
    } catch (error) {
      if (!(error instanceof Stale) || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

it(
  'answers through the cache as without it, whatever is written in between',
  async () => {
    let rows = await rowsNow();
    const questions = Array.from({ length: QUESTIONS }, () => randomQuestion(choices, schema, rows));
    for (const question of questions) await ask(question);
    let [attempts, taken, hits, compared] = [0, 0, 0, 0];
    const byMutation = new Map<string, number>();
    for (; taken < WRITES && attempts < WRITES * 20; attempts++) {
      const write = randomWrite(choices, schema, rows);
      if (!write.input) continue;
      const authorization = `Bearer ${hub.operatorToken}`;
      const { text } = await ask(write.text, { authorization }, { input: write.input });
      if (text.includes('"errors"')) continue;
      taken++;
      byMutation.set(write.name, (byMutation.get(write.name) ?? 0) + 1);
      for (let i = 0; i < PER_WRITE; i++, compared++) hits += Number(await compareInTime(choices.pick(questions)));
      rows = await rowsNow();
    }
    process.stdout.write(
      `${taken} writes of ${attempts} by ${byMutation.size} mutations; ${[...byMutation.keys()].join()}; ${compared} answers compared, ${hits} of them from the cache\n`,
    );
    expect(taken).toBeGreaterThanOrEqual(WRITES * 0.75);
    expect(hits).toBeGreaterThan(compared * 0.2);
  },
  60_000 + WRITES * 3_000,
);

import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { Choices } from '../../kit/choices.ts';
import { type Answer, judge, PARTNERS, question, WORKING } from './world.ts';

/** Each waits so long between an answer and the next question. */
const PAUSE_MS = 50;
const OF_EACH_KIND = 6;

export interface Tally {
  answers: number;
  values: { null: number };
  wrong: string[];
  /** Milliseconds of each question that only partners which work have to do with. */
  working: number[];
  /** And of those that others have to do with, too. */
  others: number[];
}

export const newTally = (): Tally => ({ answers: 0, values: { null: 0 }, wrong: [], working: [], others: [] });

/** Clients that ask about partners that work, and as many that ask about any. */
export class Clients {
  tally = newTally();
  readonly #pool: Pool;
  #isOver = false;
  #running: Promise<unknown>;

  constructor(url: string, seed: number) {
    this.#pool = new Pool(url, { connections: OF_EACH_KIND * 2 });
    const kinds = [WORKING, PARTNERS].flatMap((partners) => Array.from({ length: OF_EACH_KIND }, () => partners));
    this.#running = Promise.all(kinds.map((partners, i) => this.#ask(partners, Choices.seeded(seed + i))));
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
    await this.#pool.close();
  }

  async #ask(partners: string[], choices: Choices): Promise<void> {
    while (!this.#isOver) {
      const random = () => Math.random();
      const some = choices.some(partners, 40);
      const asked = question(some.length > 0 ? shuffled(some) : [partners[0] ?? ''], random);
      const began = performance.now();
      const { statusCode, body } = await this.#pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: asked.body,
      });
      const text = await body.text();
      const took = performance.now() - began;

      const { tally } = this;
      tally.answers++;
      const { wrong, nulls } = judge(asked, JSON.parse(text) as Answer);
      tally.values.null += nulls;
      if (statusCode !== 200 || /secret|polluted/.test(text)) wrong.push(`${statusCode} ${text.slice(0, 200)}`);
      tally.wrong.push(...wrong);
      (asked.partners.every((partner) => WORKING.includes(partner)) ? tally.working : tally.others).push(took);
      await sleep(PAUSE_MS);
    }
  }
}

const shuffled = <T>(items: T[]): T[] => [...items].sort(() => Math.random() - 0.5);

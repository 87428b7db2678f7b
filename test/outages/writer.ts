import { setTimeout as sleep } from 'node:timers/promises';
import { v4 } from 'uuid';
import type { Hub } from '../kit/hub.ts';

const PAUSE_MS = 200;
const DATES = { opensOn: '2026-01-05', closesOn: '2027-12-31' };

/** Every write that the hub took. */
export interface Written {
  consultation: string;
  change: 'PLANNED' | 'OPEN' | 'CLOSED' | 'REPORTED';
}

/** Leads one consultation after the other through its life, and repeats each step until the hub has taken it. */
export class Writer {
  readonly #hub: Hub;
  readonly #supportCentreId: string;
  readonly written: Written[] = [];
  /** How often a step had to be sent again. */
  repeated = 0;
  #isOver = false;
  #running: Promise<void> | undefined;

  constructor(hub: Hub, supportCentreId: string) {
    this.#hub = hub;
    this.#supportCentreId = supportCentreId;
  }

  start(): void {
    this.#running = this.#write();
  }

  /** Ends with the consultation that it is at. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  async #write(): Promise<void> {
    for (let number = 0; !this.#isOver; number++) {
      const question = `What do you miss here? (${number})`;
      const planned = await this.#step('PLANNED', 'planConsultation', {
        supportCentreId: this.#supportCentreId,
        question,
        ...DATES,
      });
      const opened = await this.#step('OPEN', 'openConsultation', edit(planned));
      const closed = await this.#step('CLOSED', 'closeConsultation', edit(opened));
      await this.#step('REPORTED', 'reportConsultation', { ...edit(closed), report: 'A bench.' });
    }
  }

  /** With one key for all attempts, so that a step whose answer was lost is not made twice. */
  async #step(change: Written['change'], mutation: string, input: object): Promise<Row> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { row: ${mutation}(input: $input) { id version } }`;
    const variables = { input: { ...input, idempotencyKey: v4() } };
    const headers = { authorization: `Bearer ${this.#hub.operatorToken}` };
    for (;;) {
      const answer = await this.#hub.ask(query, variables, headers).catch(() => null);
      const row = answer?.data?.row;
      if (row) {
        this.written.push({ consultation: row.id, change });
        return row;
      }
      const code = answer?.errors?.[0]?.extensions?.code;
      if (code === 'CONFLICT' || code === 'INVALID') throw new Error(JSON.stringify(answer?.errors));
      this.repeated++;
      await sleep(PAUSE_MS);
    }
  }
}

interface Row {
  id: string;
  version: number;
}

const edit = ({ id, version }: Row) => ({ id, expectedVersion: version });

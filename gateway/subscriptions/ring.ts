import type { Answer } from './answer.ts';
import type { Position } from './position.ts';

export interface RingLimits {
  /** Characters that one ring may keep; less than may wait for a subscriber, who gets a ring at once. */
  each: number;
  answers: number;
  /** Characters in all rings together. */
  together: number;
}

/** What all rings keep together. */
export class RingBudget {
  readonly limits: RingLimits;
  kept = 0;

  constructor(limits: RingLimits) {
    this.limits = limits;
  }
}

/** The newest answers of a channel, for those who come back: all of them behind `start`, without a gap. */
export class Ring {
  readonly #budget: RingBudget;
  readonly #answers: Answer[] = [];
  #size = 0;
  #start: Position | undefined;

  constructor(budget: RingBudget) {
    this.#budget = budget;
  }

  /** The position from which on nothing is missed. */
  begin(position: Position): void {
    this.#start ??= position;
  }

  /** Whether nothing behind the position was dropped. */
  covers(position: Position): boolean {
    return this.#start !== undefined && position >= this.#start;
  }

  push(answer: Answer): void {
    if (answer.position === undefined) return;
    this.#answers.push(answer);
    this.#size += answer.text.length;
    this.#budget.kept += answer.text.length;
    const { each, answers, together } = this.#budget.limits;
    while (this.#size > each || this.#answers.length > answers || (this.#budget.kept > together && this.#size > 0)) {
      this.#drop();
    }
  }

  *after(position: Position): Iterable<Answer> {
    for (const answer of this.#answers) {
      if (answer.position !== undefined && answer.position > position) yield answer;
    }
  }

  clear(): void {
    while (this.#answers.length > 0) this.#drop();
    this.#start = undefined;
  }

  #drop(): void {
    const oldest = this.#answers.shift();
    if (!oldest) return;
    this.#start = oldest.position;
    this.#size -= oldest.text.length;
    this.#budget.kept -= oldest.text.length;
  }
}

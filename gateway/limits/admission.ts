import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import { COST_LIMIT, DOCUMENT_LIMITS, type DocumentLimits } from './limits.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { type OnRefused, refusalOf } from './refusal.ts';

/** What callers may ask, and who of them; without a member, whatever it would forbid is allowed. */
export interface Admission<C> {
  document?: DocumentLimits;
  cost?: number;
  rate?: { limiter: RateLimiter; payerOf(context: C): string | null };
  mayIntrospect?(context: C): boolean;
  onRefused?: OnRefused;
  /** Hears what an operation was found to cost. */
  onPriced?(cost: number): void;
}

/** The same with the defaults in it, as requests meet it. */
export class Gate<C> {
  readonly document: DocumentLimits;
  readonly cost: number;
  readonly onPriced: (cost: number) => void;
  readonly #admission: Admission<C>;

  constructor(admission: Admission<C> = {}) {
    this.#admission = admission;
    this.document = admission.document ?? DOCUMENT_LIMITS;
    this.cost = admission.cost ?? COST_LIMIT;
    this.onPriced = admission.onPriced ?? (() => {});
  }

  mayIntrospect(context: C): boolean {
    return this.#admission.mayIntrospect?.(context) ?? true;
  }

  /** Counts what is refused; other codes than the limits' own are none of its business. */
  note(code: unknown): void {
    const known = refusalOf(code);
    if (known) this.#admission.onRefused?.(known);
  }

  /** Takes what a request costs from whoever asks; throws where that is more than is left. */
  charge(cost: number, context: C): void {
    const { rate } = this.#admission;
    const payer = rate ? rate.payerOf(context) : null;
    if (!rate || payer === null) return;
    const seconds = Math.ceil(rate.limiter.take(payer, cost));
    if (seconds === 0) return;
    this.note('RATE_LIMITED');
    const message = `You have asked for more than your share. This costs ${cost}; ask again in ${seconds} s.`;
    throw new HttpProblem(429, 'RATE_LIMITED', message, { 'retry-after': `${seconds}` });
  }
}

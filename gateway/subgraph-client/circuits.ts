import {
  type CircuitBreakerPolicy,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
} from 'cockatiel';
import type { Tell } from '../../shared/log/log.ts';
import { Unanswered } from '../engine/unanswered.ts';
import type { Heard, SendInTime, TimedRequest } from './deadline.ts';
import { UselessAnswer } from './post.ts';

export interface Circuit {
  subgraph: string;
  /** Open: it failed too often and is not asked. Half open: one request tries whether it answers again. */
  state: 'closed' | 'open' | 'half-open';
}

export interface Circuits<C> {
  send: SendInTime<C>;
  states(): Circuit[];
}

/** Milliseconds until an open circuit is tried, the first time and at the most. */
export interface Rest {
  first: number;
  longest: number;
}

/** What came of one request. */
interface Tried {
  heard?: Heard;
  error?: unknown;
  isFailure: boolean;
}

interface Breaker {
  url: string;
  policy: CircuitBreakerPolicy;
  /** What the subgraph failed with last. */
  reason: string;
  /** When it failed first behind its last answer: an instant. Undefined while it answers. */
  since: string | undefined;
}

/** More than half of the last 20 requests failed, or of those that there were, once there were 5. */
const WINDOW = { threshold: 0.5, size: 20, minimumNumberOfCalls: 5 };
const REST: Rest = { first: 1_000, longest: 15_000 };

/**
 * Stops asking a subgraph that fails again and again, so that nobody waits for it in vain and it can get up again: all are
 * refused at once but one at a time, and when that one is answered, all are asked again. Mutations alike: they did not begin.
 * With each `SUBGRAPH_UNAVAILABLE` it says since when the subgraph has not answered.
 */
export function breakCircuits<C>(send: SendInTime<C>, log: Tell, rest: Rest = REST): Circuits<C> {
  const breakers = new Map<string, Breaker>();

  const breakerOf = ({ subgraph, url }: TimedRequest<C>): Breaker => {
    const known = breakers.get(subgraph);
    if (known?.url === url) return known;
    const breaker = { url, reason: '', since: undefined, policy: newPolicy(rest) };
    breakers.set(subgraph, breaker);
    logChanges(subgraph, breaker, log);
    return breaker;
  };

  return {
    async send(request) {
      const breaker = breakerOf(request);
      const { policy } = breaker;

      const attempt = async (): Promise<Tried> => {
        try {
          const heard = await send(request);
          if ((heard.status ?? 200) >= 500) {
            noteFailure(breaker, `It answered ${heard.status}.`);
            return { heard, isFailure: true };
          }
          breaker.since = undefined;
          return { heard, isFailure: false };
        } catch (error) {
          const isFailure = !request.signal?.aborted && saysThatItFails(error);
          if (isFailure) noteFailure(breaker, (error as Error).message);
          // One that tried and whose caller went tells nothing, so the circuit stays as it is: open.
          return { error, isFailure: isFailure || policy.state === CircuitState.HalfOpen };
        }
      };

      const refused = (): Pick<Tried, 'heard' | 'error'> => ({ error: refusal(breaker) });
      // The policy would let the others wait for the one that tries.
      const isTried = policy.state === CircuitState.HalfOpen;
      const { heard, error } = isTried ? refused() : await policy.execute(attempt).catch(refused);
      if (heard) return heard;
      if (error instanceof Unanswered && error.code === 'SUBGRAPH_UNAVAILABLE') error.since = breaker.since;
      throw error;
    },
    states: () => [...breakers].map(([subgraph, { policy }]) => ({ subgraph, state: NAMES[policy.state] })),
  };
}

const NAMES: Record<CircuitState, Circuit['state']> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
};

const newPolicy = ({ first, longest }: Rest): CircuitBreakerPolicy =>
  circuitBreaker(
    handleWhenResult((tried) => (tried as Tried).isFailure),
    {
      breaker: new CountBreaker(WINDOW),
      halfOpenAfter: new ExponentialBackoff({ initialDelay: first, maxDelay: longest }),
    },
  );

/** A subgraph that is too busy, or answers nonsense, is there. */
function saysThatItFails(error: unknown): boolean {
  if (error instanceof Unanswered) return error.code === 'DEADLINE_EXCEEDED' || error.code === 'SUBGRAPH_UNAVAILABLE';
  return !(error instanceof UselessAnswer);
}

function noteFailure(breaker: Breaker, reason: string): void {
  breaker.reason = reason;
  breaker.since ??= new Date(Date.now()).toISOString();
}

/** It says what the subgraph fails with, which the log has already. */
const refusal = ({ reason }: Breaker): Unanswered => new Unanswered('SUBGRAPH_UNAVAILABLE', reason, false);

/** Once when it opens and once when it closes, however often it is tried in between. */
function logChanges(subgraph: string, breaker: Breaker, log: Tell): void {
  let isClosed = true;
  breaker.policy.onBreak(() => {
    if (isClosed)
      log('a subgraph is not asked for a while, for it failed too often', { subgraph, reason: breaker.reason });
    isClosed = false;
  });
  breaker.policy.onReset(() => {
    log('a subgraph is asked again', { subgraph });
    isClosed = true;
  });
}

import type { Tell } from '../../shared/log/log.ts';
import { operationName } from '../request-log/operation-name.ts';
import type { Graph } from './graph.ts';
import type { Outcome, RefusalCode } from './outcome.ts';

export interface SupergraphState {
  /** Of the supergraph that is served. */
  hash: string;
  since: string;
  /** The newest supergraph that was given, where it is not the one that is served. */
  refused: { at: string; from: string; code: RefusalCode; reasons: readonly string[] } | null;
  /** Since the gateway started. */
  outcomes: Record<Outcome['outcome'] | 'unchanged', number>;
  /** Recorded operations that the supergraph which is served broke. */
  broken: number;
}

/** What is shown of a refusal later on; whoever pushed has heard all. */
const REASONS_SHOWN = 10;

/** Their reasons repeat what clients asked, in which values may stand: whoever gave the supergraph hears them, the log does not. */
const QUOTES_CLIENTS: ReadonlySet<RefusalCode> = new Set(['PLANNING_FAILED', 'BREAKING_CHANGE']);

/** Remembers what became of the supergraphs, and tells the log once of each. */
export class StateKeeper {
  readonly #log: Tell;
  readonly #outcomes = { live: 0, unchanged: 0, refused: 0, superseded: 0 };
  #refused: SupergraphState['refused'] = null;
  #broken = 0;

  constructor(log: Tell) {
    this.#log = log;
  }

  of({ hash, since }: Pick<Graph<never>, 'hash' | 'since'>): SupergraphState {
    return {
      hash,
      since: since.toISOString(),
      refused: this.#refused,
      outcomes: { ...this.#outcomes },
      broken: this.#broken,
    };
  }

  note<O extends Outcome>(from: string, outcome: O): O {
    const isUnchanged = outcome.outcome === 'live' && !outcome.changed;
    this.#outcomes[isUnchanged ? 'unchanged' : outcome.outcome]++;
    if (outcome.outcome === 'refused') this.#noteRefusal(from, outcome.code, outcome.reasons);
    if (outcome.outcome === 'live') {
      if (this.#refused && isUnchanged) this.#log('the supergraph is again the one that is served', { origin: from });
      this.#refused = null;
      if (outcome.changed) this.#noteLive(from, outcome);
    }
    return outcome;
  }

  #noteRefusal(from: string, code: RefusalCode, all: readonly string[]): void {
    const reasons = all.slice(0, REASONS_SHOWN);
    const known = this.#refused?.reasons.join('\n');
    this.#refused = { at: new Date().toISOString(), from, code, reasons };
    if (known === reasons.join('\n')) return;
    const reason = QUOTES_CLIENTS.has(code) ? undefined : reasons.join('\n');
    this.#log('a supergraph is refused, the old one goes on serving', { origin: from, code, reason });
  }

  #noteLive(from: string, { supergraph, breaks, rehearsed }: Extract<Outcome, { outcome: 'live' }>): void {
    this.#broken = breaks.length;
    this.#log('serves another supergraph', { supergraph, origin: from, rehearsed });
    for (const { operation } of breaks.slice(0, REASONS_SHOWN)) {
      this.#log('the supergraph breaks a recorded operation', { operation: operationName(operation) });
    }
  }
}

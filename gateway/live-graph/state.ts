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

/** Remembers what became of the supergraphs, and tells the log once of each. */
export class StateKeeper {
  readonly #log: (line: string) => void;
  readonly #outcomes = { live: 0, unchanged: 0, refused: 0, superseded: 0 };
  #refused: SupergraphState['refused'] = null;
  #broken = 0;

  constructor(log: (line: string) => void) {
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
      if (this.#refused && isUnchanged) this.#log(`the supergraph of ${from} is the one that is served`);
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
    this.#log(`the supergraph of ${from} is refused, the old one goes on serving: ${code}\n  ${reasons.join('\n  ')}`);
  }

  #noteLive(from: string, { supergraph, breaks, rehearsed }: Extract<Outcome, { outcome: 'live' }>): void {
    this.#broken = breaks.length;
    this.#log(`serves the supergraph ${supergraph} of ${from}; recorded operations tried: ${rehearsed}`);
    for (const { operation, reason } of breaks.slice(0, REASONS_SHOWN)) this.#log(`  breaks ${operation}: ${reason}`);
  }
}

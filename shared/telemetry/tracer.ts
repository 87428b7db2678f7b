import type { Facts } from '../log/facts.ts';

/** A piece of work in a trace. What may be told of it is what may stand in the log. */
export interface Span {
  /** For whoever is asked as a part of this work, as W3C Trace Context writes it. */
  readonly traceparent: string;
  /** Whether anybody will see it; what is told of one that nobody will see is lost. */
  readonly isKept: boolean;
  begin(name: string, kind: SpanKind, facts?: Facts, startedAt?: number): Span;
  tell(facts: Facts): void;
  end(outcome?: 'failed'): void;
}

/** `server` answers a request, `client` sends one, `internal` is neither. */
export type SpanKind = 'server' | 'client' | 'internal';

export interface Tracer {
  /**
   * Begins a trace, or goes on with one.
   * @param parent - a `traceparent` of somebody we trust, whose trace this is a part of
   * @param link - a `traceparent` of anybody, to be found by: this has a trace of its own, kept or not as we choose
   */
  begin(name: string, kind: SpanKind, facts?: Facts, from?: { parent?: Header; link?: Header }): Span;
  /** Sends what is left. */
  stop(): Promise<void>;
}

type Header = string | string[] | undefined;

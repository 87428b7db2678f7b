import type { Finding } from '../publish-check/finding.ts';

/** What became of a supergraph that the gateway was given. */
export type Outcome = Live | Refused | { outcome: 'superseded' };

export interface Live {
  outcome: 'live';
  supergraph: string;
  /** False where it is the one that was served already. */
  changed: boolean;
  breaks: Break[];
  /** How many recorded operations were planned before it went live. */
  rehearsed: number;
  /** What else the check of a subgraph's SDL said. */
  findings?: readonly Finding[];
}

export interface Refused {
  outcome: 'refused';
  code: RefusalCode;
  /** Each one a sentence for people. */
  reasons: readonly string[];
  breaks?: Break[];
  findings?: readonly Finding[];
}

export type RefusalCode =
  | 'SUPERGRAPH_INVALID'
  | 'COMPOSITION_FAILED'
  | 'CHECK_FAILED'
  | 'PLANNING_FAILED'
  | 'BREAKING_CHANGE'
  | 'SUBGRAPH_UNAVAILABLE'
  | 'SUBGRAPH_UNKNOWN';

/** An operation that clients send, and that the new supergraph does not know any more. */
export interface Break {
  operation: string;
  reason: string;
}

export const refused = (code: RefusalCode, reasons: readonly string[]): Refused => ({
  outcome: 'refused',
  code,
  reasons,
});

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

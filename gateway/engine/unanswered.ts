export type UnansweredCode = 'DEADLINE_EXCEEDED' | 'SUBGRAPH_OVERLOADED' | 'SUBGRAPH_UNAVAILABLE' | 'CANCELLED';

/**
 * Why a subgraph gave no answer, where clients may know. A `SendToSubgraph` throws it, and a signal has it for its
 * reason; of any other error clients hear only that there was no answer.
 */
export class Unanswered extends Error {
  readonly code: UnansweredCode;
  /** Whether the subgraph may have begun, so that nobody knows what a mutation did. */
  readonly begun: boolean;
  /** The instant of the first failure behind the subgraph's last answer, where the sender knows it; clients hear it. */
  since: string | undefined;

  /** @param message - for the log */
  constructor(code: UnansweredCode, message: string, begun: boolean) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.begun = begun;
  }
}

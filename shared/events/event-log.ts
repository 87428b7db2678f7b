import type { CloudEvent } from './cloud-event.ts';

export interface PositionedEvent {
  /** Grows from event to event, not always by one; begins above 0. */
  position: bigint;
  event: CloudEvent;
}

/** The hub's events in one order. What test/events/event-log.conformance.ts asks, every implementation keeps. */
export interface EventLog {
  /** The kind of log; readers keep a position for each. */
  readonly name: string;
  /** Appends them in this order; one that is there already is not stored again. Resolves when they are stored. */
  publish(events: CloudEvent[]): Promise<void>;
  /**
   * The next events behind a position, in order. An event never becomes visible behind one that was read already.
   * Throws PositionLost where the log cannot tell what comes next.
   */
  read(after: bigint, limit: number): Promise<PositionedEvent[]>;
  /** The position of the newest event, whether it is kept or not; 0 where there never was one. */
  newest(): Promise<bigint>;
  /** Calls `wake` when there may be something new: soon, but not surely, so read now and then without it, too. */
  onNew(wake: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A reader's position is outside of the log: what came next was pruned, or this is not the log that it read before. */
export class PositionLost extends Error {
  readonly position: bigint;
  /** The first position from which on nothing is missing. */
  readonly oldest: bigint;

  constructor(position: bigint, oldest: bigint, newest: bigint) {
    super(
      position < oldest
        ? `Events behind position ${position} are not kept any more: the log begins at ${oldest}.`
        : `The log ends at position ${newest}, before ${position}: it is not the one that was read before.`,
    );
    this.name = new.target.name;
    this.position = position;
    this.oldest = oldest;
  }
}

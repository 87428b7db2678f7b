import type { Tell } from '../../shared/log/log.ts';
import type { Engine } from '../engine/engine.ts';
import type { GraphQLOptions } from '../graphql-over-http/answer-graphql.ts';
import { PersistedQueries } from '../graphql-over-http/persisted-queries.ts';
import type { RecordedOperation } from '../graphql-over-http/recorded-operations.ts';
import { checkSupergraph } from '../publish-check/check-publication.ts';
import { type Allowed, isError } from '../publish-check/finding.ts';
import type { Rehearsal, RehearsedOperation } from '../publish-check/rehearse-apart.ts';
import { type Graph, graphOf, hashOf } from './graph.ts';
import { messageOf, type Outcome, type Refused, refused } from './outcome.ts';
import { StateKeeper, type SupergraphState } from './state.ts';
import { nameOf, tryGraph } from './trial.ts';

export interface Candidate {
  supergraph: string;
  /** Who gives it, for the log: "the file", "a push". */
  from: string;
  /** Refuse it where a recorded operation is no longer valid. */
  refuseBreaking?: boolean;
  /** The hash of the supergraph that it was checked against: it is superseded where another is served by now. */
  checkedAgainst?: string;
  /** What it may change of rights, where that has not been checked. */
  allowed?: Allowed;
}

/** What goes on while graphs come and go, as subscriptions do. */
export interface Ongoing<C> {
  /** What a new graph is tried on, beside what clients asked of the old one. */
  operations(): RecordedOperation[];
  /** Another graph has gone live. */
  moved(graph: Graph<C>): void;
}

interface Waiting {
  candidate: Candidate;
  tell: (outcome: Outcome) => void;
}

export interface LiveGraphOptions<C> {
  supergraph: string;
  /** Throws where the supergraph makes no sense. */
  build: (supergraph: string) => Engine<C>;
  log: Tell;
  /** Builds and plans elsewhere first, so that what ends a process ends another one. */
  rehearse?: (supergraph: string, operations: readonly RehearsedOperation[]) => Promise<Rehearsal>;
  /** How every graph answers over HTTP. */
  http?: GraphQLOptions<C>;
}

/** The graph that is served, and the way for another to take its place: tried beside it, then swapped in one step. */
export class LiveGraph<C> {
  readonly #build: (supergraph: string) => Engine<C>;
  readonly #rehearse: LiveGraphOptions<C>['rehearse'];
  readonly #state: StateKeeper;
  readonly #http: GraphQLOptions<C>;
  readonly #ongoing: Ongoing<C>[] = [];
  #current: Graph<C>;
  #waiting: Waiting | undefined;
  #isTrying = false;

  constructor({ supergraph, build, log, rehearse, http }: LiveGraphOptions<C>) {
    this.#http = { persisted: new PersistedQueries(), ...http };
    this.#build = build;
    this.#rehearse = rehearse;
    this.#state = new StateKeeper(log);
    this.#current = graphOf(build(supergraph), this.#http);
    this.#http.caching?.cache.serve(this.#current.http);
  }

  /** A request takes it once, when it comes in, and stays with it. */
  get current(): Graph<C> {
    return this.#current;
  }

  follow(ongoing: Ongoing<C>): void {
    this.#ongoing.push(ongoing);
  }

  get state(): SupergraphState {
    return this.#state.of(this.#current);
  }

  /** Tries one supergraph at a time; of those that wait, the newest alone, and the others hear that they are superseded. */
  take(candidate: Candidate): Promise<Outcome> {
    return new Promise((tell) => {
      if (this.#waiting) this.#waiting.tell(this.#state.note(this.#waiting.candidate.from, { outcome: 'superseded' }));
      this.#waiting = { candidate, tell };
      if (!this.#isTrying) void this.#tryAll();
    });
  }

  /** Notes that there is no supergraph to try: it could not be read, or not be composed. */
  refuse(from: string, outcome: Refused): Refused {
    return this.#state.note(from, outcome);
  }

  async #tryAll(): Promise<void> {
    this.#isTrying = true;
    while (this.#waiting) {
      const { candidate, tell } = this.#waiting;
      this.#waiting = undefined;
      const outcome = await this.#try(candidate).catch((error) => refused('SUPERGRAPH_INVALID', [messageOf(error)]));
      tell(this.#state.note(candidate.from, outcome));
    }
    this.#isTrying = false;
  }

  async #try({ supergraph, refuseBreaking, checkedAgainst, allowed }: Candidate): Promise<Outcome> {
    const running = this.#current;
    if (checkedAgainst !== undefined && checkedAgainst !== running.hash) return { outcome: 'superseded' };
    if (hashOf(supergraph) === running.hash) {
      return { outcome: 'live', supergraph: running.hash, changed: false, breaks: [], rehearsed: 0 };
    }
    const ongoing = this.#ongoing.flatMap((one) => one.operations());
    const obstacle = await this.#rehearseApart(supergraph, [...ongoing, ...running.http.recorded.all()]);
    if (obstacle) return obstacle;
    const candidate = graphOf(this.#build(supergraph), this.#http);
    const findings = allowed ? checkSupergraph(running.engine.supergraph, supergraph, allowed).filter(isError) : [];
    if (findings.length > 0)
      return {
        ...refused(
          'CHECK_FAILED',
          findings.map(({ message }) => message),
        ),
        findings,
      };
    const { breaks, unplannable, rehearsed } = await tryGraph(candidate, running, ongoing);
    if (unplannable.length > 0) {
      const reasons = unplannable.map(({ operation, reason }) => `There is no plan for ${operation}: ${reason}`);
      return { ...refused('PLANNING_FAILED', reasons), breaks };
    }
    if (refuseBreaking && breaks.length > 0) {
      const reasons = breaks.map(({ operation, reason }) => `Clients send ${operation}: ${reason}`);
      return { ...refused('BREAKING_CHANGE', reasons), breaks };
    }
    this.#current = { ...candidate, since: new Date() };
    this.#http.caching?.cache.serve(candidate.http);
    for (const one of this.#ongoing) one.moved(this.#current);
    return { outcome: 'live', supergraph: candidate.hash, changed: true, breaks, rehearsed };
  }

  /** Operations that are not valid any more are told of by the trial. */
  async #rehearseApart(supergraph: string, operations: readonly RecordedOperation[]): Promise<Refused | null> {
    if (!this.#rehearse) return null;
    const known = operations.map((operation) => ({ ...operation, name: nameOf(operation) }));
    const { invalid, unplannable } = await this.#rehearse(supergraph, known);
    if (invalid !== null) return refused('SUPERGRAPH_INVALID', [invalid]);
    if (unplannable.length === 0) return null;
    return refused(
      'PLANNING_FAILED',
      unplannable.map(({ operation, reason }) => `There is no plan for ${operation}: ${reason}`),
    );
  }
}

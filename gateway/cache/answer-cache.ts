import type { Provenance } from '../engine/provenance.ts';
import { AnswerStore, type KeptAnswer, type Question } from './answer-store.ts';
import { RecentTouches } from './recent-touches.ts';
import { EVERYTHING, type Touched, touchedInHeader } from './touch.ts';
import type { CacheWatch, Unkept } from './watch.ts';

export interface CacheOptions {
  /** In bytes. */
  room: number;
  /** Whether all is known that was touched until just now. */
  hearsAll: () => boolean;
  watch?: Partial<CacheWatch>;
  now?: () => number;
}

/**
 * Whole answers, each with what it depends on. A subgraph tells what a write touched, and the answers that depend on it are
 * dropped; so an answer is never older than the news from the subgraphs.
 */
export class AnswerCache {
  readonly #store: AnswerStore;
  readonly #touches = new RecentTouches();
  readonly #watch: Partial<CacheWatch>;
  readonly #now: () => number;
  readonly hearsAll: () => boolean;
  /** The graph that the answers are of. */
  #graph: object | undefined;

  constructor({ room, hearsAll, watch = {}, now = Date.now }: CacheOptions) {
    this.#store = new AnswerStore(room);
    this.#watch = watch;
    this.#now = now;
    this.hearsAll = hearsAll;
  }

  get size(): { answers: number; bytes: number } {
    return { answers: this.#store.count, bytes: this.#store.bytes };
  }

  /** How many touches were heard: what is read for whoever asks now has to be read after all of them. */
  get moment(): number {
    return this.#touches.now;
  }

  /** From now on answers are kept for this graph alone. */
  serve(graph: object): void {
    this.#graph = graph;
    this.#store.clear();
  }

  /** The answer that is current; undefined where there is none, or where it cannot be known to be. */
  current(graph: object, question: Question): KeptAnswer | undefined {
    const kept = this.#find(graph, question);
    if (!kept?.isCurrent || !this.hearsAll()) return undefined;
    if (kept.expiresAt > this.#now()) return kept;
    this.#store.outdate(kept);
    return undefined;
  }

  /** The last good answer, however old what it tells is, if it was made within so many seconds. */
  lastGood(graph: object, question: Question, seconds: number): KeptAnswer | undefined {
    const kept = this.#find(graph, question);
    return kept && kept.madeAt >= this.#now() - seconds * 1000 ? kept : undefined;
  }

  /** For how many whole seconds an answer has been there. */
  ageOf({ madeAt }: KeptAnswer): number {
    return Math.max(0, Math.floor((this.#now() - madeAt) / 1000));
  }

  /** Notes when an execution begins. */
  begin(): Begun {
    return { at: this.#now(), moment: this.moment };
  }

  /** Keeps an answer, unless it may be older than what was heard since its execution began; says whether it did. */
  keep(graph: object, question: Question, body: Buffer, { maxAge, dependencies }: Provenance, begun: Begun): boolean {
    const { at: madeAt, moment } = begun;
    if (graph !== this.#graph || !dependencies) return false;
    if (!this.hearsAll()) return this.#leave('bus');
    if (this.#touches.anySince(moment, dependencies)) return this.#leave('touched');
    const isKept = this.#store.keep(question, { body, madeAt, expiresAt: madeAt + maxAge * 1000, dependencies });
    return isKept || this.#leave('too-large');
  }

  #leave(reason: Unkept): false {
    this.#watch.onUnkept?.(reason);
    return false;
  }

  /** What is touched is served no more. */
  touch(touched: Touched): void {
    this.#touches.note(touched);
    const outdated = this.#store.touch(touched);
    this.#watch.onTouch?.(outdated);
  }

  /** The same, by the header `hub-touched` of a subgraph's answer to a mutation. */
  touchByHeader(subgraph: string, header: string): void {
    this.touch(touchedInHeader(subgraph, header));
  }

  /** Nobody knows what was touched. */
  touchEverything(): void {
    this.touch(EVERYTHING);
  }

  #find(graph: object, question: Question): KeptAnswer | undefined {
    return graph === this.#graph ? this.#store.find(question) : undefined;
  }
}

/** When an execution began, by the clock and by what had been touched. */
export interface Begun {
  at: number;
  moment: number;
}

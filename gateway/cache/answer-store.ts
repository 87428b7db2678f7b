import { type Dependency, subgraphOf } from '../engine/dependencies/dependency.ts';
import { SharesBySize } from './shares-by-size.ts';
import { allOf, EVERYTHING, type Touched } from './touch.ts';

/** What an answer is asked by. */
export interface Question {
  document: string;
  /** All else that makes a difference: operation, variables, audience. */
  rest: string;
}

export interface NewAnswer {
  body: Buffer;
  /** By the clock, in milliseconds. */
  madeAt: number;
  expiresAt: number;
  dependencies: ReadonlySet<Dependency>;
}

export interface KeptAnswer extends NewAnswer, Question {
  /** Known to be as the subgraphs have it; else it is the last that was. */
  isCurrent: boolean;
  /** All that it takes, as near as can be told. */
  bytes: number;
}

/** The answers to one document, the least recently used first. */
export interface Share {
  document: string;
  answers: Map<string, KeptAnswer>;
  bytes: number;
}

/** Measured: the objects and places in maps of an answer, of a thing that it depends on, and of a document, beside their texts. */
const BYTES_OF_AN_ANSWER = 1200;
const BYTES_OF_A_DEPENDENCY = 270;
const BYTES_OF_A_DOCUMENT = 400;
/** No answer takes more than this part of the room. */
const LARGEST_PART = 8;

/**
 * Keeps answers, and finds them by what they depend on. When there is no more room, those go first that are not current
 * any more; then the least recently used of the document that holds the most, so that no document can have it all.
 */
export class AnswerStore {
  readonly #room: number;
  readonly #shares = new Map<string, Share>();
  readonly #bySize = new SharesBySize();
  readonly #dependent = new Map<Dependency, Set<KeptAnswer>>();
  /** No longer current, the longest first. */
  readonly #old = new Set<KeptAnswer>();
  #bytes = 0;
  #count = 0;

  /** @param room - in bytes */
  constructor(room: number) {
    this.#room = room;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get count(): number {
    return this.#count;
  }

  find({ document, rest }: Question): KeptAnswer | undefined {
    const share = this.#shares.get(document);
    const kept = share?.answers.get(rest);
    if (!share || !kept) return undefined;
    share.answers.delete(rest); // and in again, as the one used last
    share.answers.set(rest, kept);
    this.#bySize.place(share);
    return kept;
  }

  /** Gives whether there is room for it. */
  keep({ document, rest }: Question, answer: NewAnswer): boolean {
    const before = this.#shares.get(document)?.answers.get(rest);
    if (before) this.#remove(before);
    const kept: KeptAnswer = { document, rest, ...answer, isCurrent: true, bytes: 0 };
    kept.bytes = bytesOf(kept);
    if (kept.bytes > this.#room / LARGEST_PART) return false;

    const share = this.#shares.get(document) ?? this.#open(document);
    share.answers.set(rest, kept);
    for (const dependency of indexed(kept.dependencies)) {
      const dependents = this.#dependent.get(dependency) ?? new Set();
      this.#dependent.set(dependency, dependents.add(kept));
    }
    this.#count++;
    this.#weigh(share, kept.bytes);
    while (this.#bytes > this.#room) this.#makeRoom();
    return true;
  }

  /** What is touched is not current any more; gives how many answers that are. */
  touch(touched: Touched): number {
    const before = this.#old.size;
    if (touched === EVERYTHING) {
      for (const { answers } of this.#shares.values()) for (const kept of answers.values()) this.outdate(kept);
    } else {
      for (const dependency of touched) for (const kept of this.#dependent.get(dependency) ?? []) this.outdate(kept);
    }
    return this.#old.size - before;
  }

  /** From now on it is but the last good answer, and goes first. */
  outdate(kept: KeptAnswer): void {
    if (!kept.isCurrent) return;
    kept.isCurrent = false;
    this.#forgetDependencies(kept);
    this.#old.add(kept);
  }

  clear(): void {
    for (const { answers } of this.#shares.values()) for (const kept of answers.values()) this.#remove(kept);
  }

  #makeRoom(): void {
    const [oldest] = this.#old;
    const [unused] = oldest ? [oldest] : (this.#bySize.largest()?.answers.values() ?? []);
    if (unused) this.#remove(unused);
  }

  #remove(kept: KeptAnswer): void {
    const share = this.#shares.get(kept.document);
    if (share?.answers.get(kept.rest) !== kept) return;
    if (kept.isCurrent) this.#forgetDependencies(kept);
    this.#old.delete(kept);
    share.answers.delete(kept.rest);
    this.#count--;
    this.#weigh(share, -kept.bytes);
    if (share.answers.size > 0) return;
    this.#weigh(share, -share.bytes);
    this.#shares.delete(share.document);
  }

  #open(document: string): Share {
    const share = { document, answers: new Map(), bytes: 0 };
    this.#shares.set(document, share);
    this.#weigh(share, BYTES_OF_A_DOCUMENT + document.length);
    return share;
  }

  /** Lets go of what only a current answer needs. */
  #forgetDependencies(kept: KeptAnswer): void {
    for (const dependency of indexed(kept.dependencies)) {
      const dependents = this.#dependent.get(dependency);
      dependents?.delete(kept);
      if (dependents?.size === 0) this.#dependent.delete(dependency);
    }
    kept.dependencies = NOTHING;
    const lighter = bytesOf(kept) - kept.bytes;
    kept.bytes += lighter;
    const share = this.#shares.get(kept.document);
    if (share) this.#weigh(share, lighter);
  }

  #weigh(share: Share, bytes: number): void {
    this.#bytes += bytes;
    share.bytes += bytes;
    this.#bySize.place(share);
  }
}

const NOTHING: ReadonlySet<Dependency> = new Set();

/** What a touch may name: the dependencies, and that it is of their subgraphs at all. */
function indexed(dependencies: ReadonlySet<Dependency>): Set<Dependency> {
  const all = new Set(dependencies);
  for (const dependency of dependencies) all.add(allOf(subgraphOf(dependency)));
  return all;
}

function bytesOf({ body, rest, dependencies }: KeptAnswer): number {
  let bytes = BYTES_OF_AN_ANSWER + body.length + 2 * rest.length;
  for (const dependency of dependencies) bytes += BYTES_OF_A_DEPENDENCY + dependency.length;
  return bytes;
}

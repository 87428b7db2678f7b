import { type Supply, supplies } from '../plan/supply.ts';
import type { TreePath } from '../tree.ts';

export interface Failure {
  message: string;
  path?: TreePath;
  extensions: Record<string, unknown>;
  /** What really happened, for the log of the server and not for the client. */
  cause?: unknown;
  /** Whether it is told once for all the objects of a list, because it is the same for each of them. */
  isToldOnce?: boolean;
}

/** What a fetch was to supply and did not. */
export interface Gap {
  supply: Supply;
  /**
   * Where it is missing, by path text. With keys: the fetch was not even made there, for want of these.
   * Called only when a null is to be explained.
   */
  places(): ReadonlyMap<string, readonly string[]>;
}

/** What went wrong in one run, and whether it explains a null, so that each cause is told once. */
export class Report {
  readonly failures: Failure[] = [];
  readonly #gaps: Gap[] = [];
  /** Every path that has a failure at or beneath it, of the first `#indexed` failures. */
  readonly #failing = new Set<string>();
  #indexed = 0;

  add(failure: Failure): void {
    this.failures.push(failure);
  }

  addGap(gap: Gap): void {
    this.#gaps.push(gap);
  }

  /** A gap at places that were asked for and got nothing. */
  addGapAt(supply: Supply, paths: readonly TreePath[]): void {
    const places = new Map(paths.map((path): [string, string[]] => [pathText(path), []]));
    this.addGap({ supply, places: () => places });
  }

  /** Whether a failure at or beneath the path, or a fetch that was to fill it, accounts for a null there. */
  explains(path: TreePath): boolean {
    this.#index();
    return this.#explains(path, this.#gaps.length);
  }

  /** A gap is only ever the consequence of an earlier one: looking no further ends the search. */
  #explains(path: TreePath, gapsBefore: number): boolean {
    if (this.#failing.has(pathText(path))) return true;

    for (let depth = 0; depth < path.length; depth++) {
      const place = path.slice(0, depth);
      for (const [index, gap] of this.#gaps.slice(0, gapsBefore).entries()) {
        const missing = gap.places().get(pathText(place));
        if (!missing || !supplies(gap.supply, path.slice(depth))) continue;
        if (missing.length === 0 || missing.some((key) => this.#explains([...place, key], index))) return true;
      }
    }
    return false;
  }

  #index(): void {
    for (const { path } of this.failures.slice(this.#indexed)) {
      for (let length = path?.length ?? 0; length >= 0; length--)
        this.#failing.add(pathText(path?.slice(0, length) ?? []));
    }
    this.#indexed = this.failures.length;
  }
}

/** One text for each path; no GraphQL name has a dot in it. */
export function pathText(path: TreePath): string {
  return path.join('.');
}

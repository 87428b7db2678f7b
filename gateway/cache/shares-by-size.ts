import type { Share } from './answer-store.ts';

/** Finds one of the largest shares: none is twice as large. Of those in one class, the one not used for longest comes first. */
export class SharesBySize {
  /** By the power of two that a share's bytes reach. */
  readonly #classes: Set<Share>[] = Array.from({ length: 54 }, () => new Set());
  readonly #classOf = new Map<Share, Set<Share>>();

  /** Puts a share where it belongs after it was used or changed its size; one that is empty is let go. */
  place(share: Share): void {
    this.#classOf.get(share)?.delete(share);
    const place = share.bytes > 0 ? this.#classes[Math.floor(Math.log2(share.bytes))] : undefined;
    if (!place) return void this.#classOf.delete(share);
    place.add(share);
    this.#classOf.set(share, place);
  }

  largest(): Share | undefined {
    for (let i = this.#classes.length - 1; i >= 0; i--) {
      for (const share of this.#classes[i] ?? []) return share;
    }
    return undefined;
  }
}

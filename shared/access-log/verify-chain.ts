import { type ChainedRow, GENESIS, hashOf } from './chain.ts';

/** The last row at some time, as somebody noted it elsewhere. */
export interface Head {
  seq: number;
  hash: string;
}

export interface Verified {
  rows: number;
  head: Head;
  /** The first row that is not as it was written, and what is wrong with it; null where there is none. */
  bad: { seq: number; reason: string } | null;
}

/**
 * Recomputes a chain, row after row. What was cut off at its end, or written anew from some row on, leaves a chain that
 * is whole: only a head that was noted before tells.
 */
export async function verifyChain(rows: AsyncIterable<ChainedRow>, noted?: Head): Promise<Verified> {
  let head: Head = { seq: 0, hash: GENESIS };
  const found = (reason: string | null, seq = head.seq + 1): Verified => ({
    rows: head.seq,
    head,
    bad: reason === null ? null : { seq, reason },
  });

  for await (const row of rows) {
    const seq = Number(row.seq);
    if (seq !== head.seq + 1) return found(`it is missing: the next one is ${seq}`);
    if (row.previous_hash !== head.hash) return found('it does not follow from the row before it');
    if (row.hash !== hashOf(row)) return found('it was changed');
    head = { seq, hash: row.hash };
    if (noted?.seq === seq && noted.hash !== row.hash) return found('it is not the row that was noted', seq);
  }
  if (noted && noted.seq > head.seq) return found(`it is missing: the log once went to ${noted.seq}`);
  return found(null);
}

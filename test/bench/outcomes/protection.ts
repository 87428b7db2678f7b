/** What one run of `protect-one.ts` measured. */
export interface Protection {
  readonly municipalities: number;
  readonly columns: number;
  /** Milliseconds by part; `cpu` is the processor's time for the whole. */
  readonly took: Readonly<Record<string, number>>;
  readonly peakMb: number;
  /** Which share of all figures is told, those of organisations among them. */
  readonly told: number;
  readonly notes: readonly string[];
}

/** The value beneath which this share of the values is. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

/** `p50 / p99` in whole milliseconds. */
export const percentiles = (values: number[]): string =>
  [0.5, 0.99].map((share) => percentile(values, share).toFixed(0)).join(' / ');

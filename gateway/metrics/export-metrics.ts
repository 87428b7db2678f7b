import { Histogram, type Registry } from 'prom-client';
import { DURATION_BUCKETS } from './duration-buckets.ts';

const OUTCOMES = ['ok', 'unchanged', 'refused', 'abandoned', 'failed'] as const;

/**
 * `unchanged`: the client has the file already; `refused`: with an error in its place; `abandoned`: the client was gone;
 * `failed`: it broke off, or a mistake of the gateway.
 */
export type ExportOutcome = (typeof OUTCOMES)[number];

export type Exported = (file: string, outcome: ExportOutcome, milliseconds: number) => void;

/** Counts and times the files that releases are taken away as. A name that is none of these files is not counted. */
export function measureExports(files: Iterable<string>, registry: Registry): Exported {
  const durations = new Histogram({
    name: 'hub_export_duration_seconds',
    help: 'From the request for a file of a release to its last byte, by file and outcome.',
    labelNames: ['file', 'outcome'],
    buckets: DURATION_BUCKETS,
    registers: [registry],
  });
  const known = new Set(files);
  return (file, outcome, milliseconds) => {
    if (known.has(file)) durations.labels(file, outcome).observe(milliseconds / 1000);
  };
}

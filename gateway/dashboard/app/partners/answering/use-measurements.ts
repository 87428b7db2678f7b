import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { useSession } from '../../sign-in/session.tsx';
import { type Measurement, measure, SUBGRAPHS, type Subgraph } from './measure.ts';

const PAUSE_MS = 15_000;
/** Five minutes of them. */
const KEPT = 20;

/** The last measurements of each subgraph, the oldest first. */
export type Measurements = Readonly<Record<Subgraph, readonly Measurement[]>>;

const NONE = Object.fromEntries(SUBGRAPHS.map((subgraph) => [subgraph, []])) as unknown as Measurements;

/** Measures all subgraphs at once, and again after each pause, as long as somebody sees the page. */
export function useMeasurements(): Measurements {
  const client = useClient();
  const { token } = useSession();
  const [measurements, setMeasurements] = useState(NONE);
  useEffect(() => {
    let isOver = false;
    let isUnderWay = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function measureOne(subgraph: Subgraph): Promise<void> {
      const measurement = await measure(client, subgraph, token);
      if (isOver) return;
      setMeasurements((before) => ({ ...before, [subgraph]: [...before[subgraph], measurement].slice(-KEPT) }));
    }
    async function measureAll(): Promise<void> {
      clearTimeout(timer);
      if (isOver || isUnderWay || document.visibilityState === 'hidden') return;
      isUnderWay = true;
      await Promise.all(SUBGRAPHS.map(measureOne));
      isUnderWay = false;
      timer = setTimeout(measureAll, PAUSE_MS);
    }

    void measureAll();
    document.addEventListener('visibilitychange', measureAll);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', measureAll);
    };
  }, [client, token]);
  return measurements;
}

/** Since when a subgraph has been silent: what the gateway knows, or this page saw. Null where it is not. */
export function silentSince(measurements: readonly Measurement[]): string | null {
  const last = measurements.at(-1);
  if (last?.result !== 'silent') return null;
  const beforeIt = measurements.findLastIndex(({ result }) => result === 'answers');
  const first = measurements.slice(beforeIt + 1).find(({ result }) => result === 'silent') ?? last;
  return last.since ?? first.at.toISOString();
}

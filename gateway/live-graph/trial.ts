import { setImmediate as otherWork } from 'node:timers/promises';
import type { RecordedOperation } from '../graphql-over-http/recorded-operations.ts';
import type { Graph } from './graph.ts';
import type { Break } from './outcome.ts';

export interface Trial {
  /** Operations that are no longer valid: whoever removes a field means that, and should hear who misses it. */
  breaks: Break[];
  /** Operations that are valid, and for which the planner finds no way: nobody means that. */
  unplannable: Break[];
  rehearsed: number;
}

/** Costly documents, which anybody can send, must not hold up a new supergraph; those left are planned when asked. */
const LONGEST_TRIAL_MS = 5_000;

/**
 * Plans on the candidate what goes on, and what clients ask of the running graph, the newest first. So it is known to work, and warm,
 * before it goes live. Requests are answered in between.
 */
export async function tryGraph<C>(
  candidate: Graph<C>,
  running: Graph<C>,
  ongoing: readonly RecordedOperation[] = [],
): Promise<Trial> {
  const trial: Trial = { breaks: [], unplannable: [], rehearsed: 0 };
  const passed: RecordedOperation[] = [];
  const end = performance.now() + LONGEST_TRIAL_MS;

  for (const recorded of distinct([...ongoing, ...running.http.recorded.all()])) {
    if (performance.now() > end) break;
    await otherWork();
    const obstacle = await candidate.http.rehearse(recorded);
    trial.rehearsed++;
    if (!obstacle) passed.push(recorded);
    else trial[obstacle.kind === 'invalid' ? 'breaks' : 'unplannable'].push(breakOf(recorded, obstacle.reason));
  }
  for (const { source, operationName, variables } of passed.reverse()) {
    candidate.http.recorded.note(source, operationName, variables);
  }
  return trial;
}

const distinct = (operations: RecordedOperation[]): Iterable<RecordedOperation> =>
  new Map(operations.map((operation) => [JSON.stringify(operation), operation])).values();

const breakOf = (operation: RecordedOperation, reason: string): Break => ({ operation: nameOf(operation), reason });

/** What people know an operation by. */
export const nameOf = ({ source, operationName }: Pick<RecordedOperation, 'source' | 'operationName'>): string =>
  operationName ?? source.replace(/\s+/g, ' ').trim().slice(0, 200);

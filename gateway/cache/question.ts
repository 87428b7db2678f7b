import type { Question } from './answer-store.ts';

export interface Asked {
  source: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  /** Equal for callers with the same rights. */
  audience: string;
}

/** Two requests have one question where they must have one answer, in whatever order they name their variables. */
export function questionOf({ source, operationName, variables, audience }: Asked): Question {
  return { document: source, rest: `${audience}\n${operationName ?? ''}\n${canonical(variables)}` };
}

function canonical(variables: Asked['variables']): string {
  return variables ? JSON.stringify(variables, inOrder) : '{}';
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const names = Object.keys(value);
  if (names.length < 2) return value;
  const given = value as Record<string, unknown>;
  return Object.fromEntries(names.sort().map((name) => [name, given[name]]));
}

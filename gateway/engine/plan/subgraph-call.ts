import type { EntityBatch, RequiresSelection } from '@graphql-hive/router-query-planner';
import { Unanswered } from '../unanswered.ts';
import type { PlanKit } from './plan-kit.ts';
import type { Run } from './run.ts';
import { scrub } from './scrub.ts';
import { readAnswer, type SubgraphAnswer } from './subgraph-answer.ts';

export interface SubgraphCall<C> {
  subgraph: string;
  kind: 'query' | 'mutation';
  /** Sends the operation with its own variables (members of a JSON object, as text) and those it uses of the client's. */
  ask(run: Run<C>, ownVariables?: string): Promise<SubgraphAnswer | NoAnswer>;
}

export class NoAnswer {
  readonly cause: unknown;

  constructor(cause: unknown) {
    this.cause = cause;
  }
}

export interface PlannedOperation {
  serviceName: string;
  operation: string;
  operationName?: string;
  operationKind?: 'query' | 'mutation' | 'subscription';
  variableUsages?: string[];
  requires?: RequiresSelection[];
  entityBatch?: EntityBatch;
}

/** Prepares all of a request that does not depend on the variables. */
export function compileCall<C>(fetch: PlannedOperation, { supergraph, send, refusals }: PlanKit<C>): SubgraphCall<C> {
  const { name, url } = supergraph.subgraphOf(fetch.serviceName);
  const kind = fetch.operationKind === 'mutation' ? 'mutation' : 'query';
  const bodyFor = compileBody(fetch);

  return {
    subgraph: name,
    kind,
    async ask({ variables, context, signal, trace, provenance }, ownVariables = '') {
      const nothing = (cause: unknown): NoAnswer => {
        provenance?.missed(name);
        return new NoAnswer(cause);
      };
      if (signal?.aborted) return nothing(notBegun(signal));
      const body = bodyFor(variables, ownVariables);
      try {
        const sent = send({ subgraph: name, url, body, kind, context, signal });
        const response = await (trace ? trace.follow(fetch, body, sent) : sent);
        provenance?.heard(response);
        return scrub(readAnswer(response.text), name, refusals);
      } catch (cause) {
        return nothing(cause);
      }
    },
  };
}

/** Gives the text of a request with its own variables (members of a JSON object) and those it uses of the client's. */
export function compileBody(
  fetch: PlannedOperation,
): (variables: Record<string, unknown>, ownVariables?: string) => string {
  const named = fetch.operationName ? `,"operationName":${JSON.stringify(fetch.operationName)}` : '';
  const head = `{"query":${JSON.stringify(fetch.operation)}${named}`;
  return (variables, ownVariables = '') => {
    const members = [ownVariables, usedVariables(fetch.variableUsages, variables)].filter(Boolean).join();
    return members ? `${head},"variables":{${members}}}` : `${head}}`;
  };
}

function notBegun({ reason }: AbortSignal): Unanswered {
  if (reason instanceof Unanswered && !reason.begun) return reason;
  return new Unanswered(reason instanceof Unanswered ? reason.code : 'CANCELLED', 'The request was over.', false);
}

function usedVariables(names: string[] | undefined, variables: Record<string, unknown>): string {
  return (names ?? [])
    .filter((name) => variables[name] !== undefined)
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(variables[name])}`)
    .join();
}

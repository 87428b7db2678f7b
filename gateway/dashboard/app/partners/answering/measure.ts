import type { Client } from 'urql';
import { askAnew } from '../../graph/client.ts';
import { type Failure, failuresOf } from '../../graph/failures.ts';
import {
  AnswersCpsDocument,
  AnswersInstitutionsDocument,
  AnswersMarketplaceDocument,
  AnswersMunicipalityDocument,
  AnswersOutcomesDocument,
  AnswersPartnershipDocument,
} from '../../graph/generated/graphql.ts';
import { persisted } from '../../graph/persisted.ts';

/** What each subgraph is asked, of which it alone has the answer. */
const QUESTIONS = {
  partnership: AnswersPartnershipDocument,
  municipality: AnswersMunicipalityDocument,
  cps: AnswersCpsDocument,
  institutions: AnswersInstitutionsDocument,
  marketplace: AnswersMarketplaceDocument,
  outcomes: AnswersOutcomesDocument,
} as const;

export type Subgraph = keyof typeof QUESTIONS;
export const SUBGRAPHS = Object.keys(QUESTIONS) as Subgraph[];

/** One try whether a subgraph answers. */
export interface Measurement {
  at: Date;
  milliseconds: number;
  /** `unknown`: the gateway itself did not answer, or not this question. */
  result: 'answers' | 'silent' | 'unknown';
  /** Where it is silent: since when, as far as the gateway knows. An instant. */
  since: string | null;
}

/** Asks one subgraph through the gateway, past all that is kept, and takes the time that this page waits. */
export async function measure(client: Client, subgraph: Subgraph, token: string | null): Promise<Measurement> {
  const at = new Date();
  const began = performance.now();
  const { error } = await client
    .query(persisted<unknown, Record<string, never>>(QUESTIONS[subgraph]), {}, askAnew(token))
    .toPromise();
  const milliseconds = performance.now() - began;
  const failures = failuresOf(error);
  const silence = failures.find(({ service }) => service === subgraph);
  return { at, milliseconds, result: resultOf(failures, silence), since: silence?.since ?? null };
}

function resultOf(failures: readonly Failure[], silence: Failure | undefined): Measurement['result'] {
  if (failures.length === 0) return 'answers';
  return silence ? 'silent' : 'unknown';
}

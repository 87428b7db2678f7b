import { GraphQLError, parse, validate } from 'graphql';
import { buildEngine, type Engine } from '../engine/engine.ts';
import type { Rehearsal, RehearsedOperation, Told } from './rehearse-apart.ts';
import { sampleOperations } from './sample-operations.ts';

/** So long are known operations planned, and so long those that nobody sent: costly ones must not hold up a new supergraph. */
const PLANNING_MS = 10_000;

const tell = (told: Told): boolean | undefined => process.send?.(told);

process.once(
  'message',
  async ({ supergraph, operations }: { supergraph: string; operations: RehearsedOperation[] }) => {
    const rehearsal = await rehearse(supergraph, operations);
    process.send?.({ rehearsal } satisfies Told, () => process.exit());
  },
);
process.once('disconnect', () => process.exit());

async function rehearse(supergraph: string, operations: readonly RehearsedOperation[]): Promise<Rehearsal> {
  const rehearsal: Rehearsal = { invalid: null, unplannable: [], breaks: [], planned: 0 };
  const unasked = async (): Promise<never> => {
    throw new Error('Nobody is asked.');
  };
  try {
    const engine = buildEngine<null>({ supergraph, send: unasked });
    let end = performance.now() + PLANNING_MS;
    for (const operation of operations) {
      const problems = problemsOf(engine, operation.source);
      if (problems) rehearsal.breaks.push({ operation: operation.name, reason: problems });
      else if (performance.now() < end) await rehearseOne(engine, operation, rehearsal);
    }
    end = performance.now() + PLANNING_MS;
    for (const source of sampleOperations(engine.schema)) {
      if (performance.now() > end) break;
      await rehearseOne(engine, { name: source, source }, rehearsal);
    }
  } catch (error) {
    rehearsal.invalid = messageOf(error);
  }
  return rehearsal;
}

function problemsOf({ schema }: Engine<null>, source: string): string | null {
  try {
    return (
      validate(schema, parse(source))
        .map(({ message }) => message)
        .join(' ') || null
    );
  } catch (error) {
    return messageOf(error);
  }
}

async function rehearseOne(engine: Engine<null>, operation: RehearsedOperation, rehearsal: Rehearsal): Promise<void> {
  const { name, source, operationName, variables } = operation;
  tell({ planning: name });
  try {
    await engine.rehearse({ source, document: parse(source), operationName, variables });
    rehearsal.planned++;
  } catch (error) {
    const isKnown = error instanceof GraphQLError && error.extensions.code !== 'PLANNING_FAILED';
    rehearsal[isKnown ? 'breaks' : 'unplannable'].push({ operation: name, reason: messageOf(error) });
  }
}

function messageOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error ? cause.message : message;
}

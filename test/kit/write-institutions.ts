import { v4 } from 'uuid';
import type { Caller } from '../../shared/trust/caller.ts';
import type { Context } from '../../subgraphs/institutions/context.ts';
import type { SubgraphUnderTest } from './subgraph.ts';

/** What a write answers: the fields of what it changed, or how it was refused. */
export interface Written {
  row: Record<string, unknown> | null;
  refused: { message: string; code: string; guard?: string; field?: string } | null;
}

/** Asks for one write, such as `closeManufactory`, and for some fields of what it gives. */
export async function writeTo(
  subgraph: SubgraphUnderTest<Context>,
  mutation: string,
  input: Record<string, unknown>,
  fields = 'id version',
  caller?: Caller,
): Promise<Written> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const name = ['EnterDecisionInput', 'RetainManufactoryInput', 'EndSupportInput'].includes(type)
    ? 'TransitionInput'
    : type;
  const source = `mutation ($input: ${name}!) { row: ${mutation}(input: $input) { ${fields} } }`;
  const { data, errors } = await subgraph.ask(source, { input }, caller);
  const [error] = errors ?? [];
  if (!error) return { row: data?.row, refused: null };
  if (!error.extensions?.code) throw new Error(`${mutation}: ${error.message}`);
  return { row: null, refused: { message: error.message, ...(error.extensions as { code: string }) } };
}

/** What the other partners tell of a manufactory before it may be protected and decide. */
export const told = {
  ideaVerified: (ideaId: string) => ({
    type: 'hub.idea.verified.v1' as const,
    subject: `Idea_${ideaId}`,
    data: { idea: `Idea_${ideaId}`, title: 'Puppets', status: 'VERIFIED', on: '2005-06-01' },
  }),
  ideaRejected: (ideaId: string) => ({
    type: 'hub.idea.rejected.v1' as const,
    subject: `Idea_${ideaId}`,
    data: { idea: `Idea_${ideaId}`, title: 'Puppets', status: 'REJECTED', on: '2005-06-01' },
  }),
  incentiveAwarded: (manufactoryId: string, incentiveId = v4()) => ({
    type: 'hub.incentive.awarded.v1' as const,
    subject: `Incentive_${incentiveId}`,
    data: {
      incentive: `Incentive_${incentiveId}`,
      manufactory: `Manufactory_${manufactoryId}`,
      kind: 'GRANT',
      amount: '100.00',
      currency: 'PLN',
      awardedOn: '2005-12-01',
    },
  }),
  incentiveRevoked: (manufactoryId: string, incentiveId: string) => ({
    type: 'hub.incentive.revoked.v1' as const,
    subject: `Incentive_${incentiveId}`,
    data: { incentive: `Incentive_${incentiveId}`, manufactory: `Manufactory_${manufactoryId}`, reason: 'Not used' },
  }),
  legalFormAdvised: (manufactoryId: string, adviceId = v4()) => ({
    type: 'hub.legal-form.advised.v1' as const,
    subject: `LegalFormAdvice_${adviceId}`,
    data: {
      advice: `LegalFormAdvice_${adviceId}`,
      manufactory: `Manufactory_${manufactoryId}`,
      legalForm: 'FOUNDATION',
      advisedOn: '2006-11-01',
    },
  }),
};

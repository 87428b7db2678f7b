import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { act, read } from '../../../test/kit/ask.ts';
import { member, network, submission } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';
import { approvedSubmissions } from './approved-submissions.ts';
import { storeFigures } from './figures.ts';
import { Basis } from './submission.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const LEVELS = ['LOCAL', 'REGIONAL', 'NATIONAL', 'EUROPEAN'] as const;
const on = '2026-03-01';

/** `FOREIGN` is a region's network that the partnership has not joined. */
const ACTS = ['SIGN_OFF', ...LEVELS, 'FOREIGN', 'RETURN'] as const;
type Act = (typeof ACTS)[number];

/** What the rules say. */
interface Model {
  status: 'SUBMITTED' | 'SIGNED_OFF' | 'RETURNED';
  approved: number;
}

function allows({ status, approved }: Model, wanted: Act): boolean {
  if (wanted === 'SIGN_OFF') return status === 'SUBMITTED';
  if (wanted === 'RETURN') return status === 'SIGNED_OFF' && approved < LEVELS.length;
  return status === 'SIGNED_OFF' && wanted === LEVELS[approved];
}

/** Mostly the next step, so that sequences come far. */
const acts = fc.array(
  fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...ACTS) }, { weight: 2, arbitrary: fc.constant(null) }),
  {
    minLength: 4,
    maxLength: 12,
  },
);

it('goes up step by step whatever is tried, and shows to a network once that has approved it', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(acts, async (tried) => {
      const [regional, national, european] = [network('R', 'PL21'), network('N', 'PL'), network('E', 'EU')];
      const foreign = network('F', 'PL21');
      const row = submission();
      const networks = { LOCAL: null, REGIONAL: regional, NATIONAL: national, EUROPEAN: european, FOREIGN: foreign };
      const members = [regional, national, european].map((one) => member(one, row.partnershipId));
      await subgraph.given(regional, national, european, foreign, row, ...members);
      const figure = { indicator: 'EECO01', category: '', territory: 'PL_1261011', value: 7, basis: Basis.MEASURED };
      await storeFigures(subgraph.orm.em.fork(), row.uuid, [figure]);

      const model: Model = { status: 'SUBMITTED', approved: 0 };
      let version = 1;
      for (const one of tried) {
        const next = model.status === 'SUBMITTED' ? 'SIGN_OFF' : (LEVELS[model.approved] ?? 'RETURN');
        const wanted = one ?? next;
        const isAllowed = allows(model, wanted);
        const { row: after, code } = await run(wanted, row.id, version, networks);

        expect({ wanted, model, code: code ?? null }).toEqual({ wanted, model, code: isAllowed ? null : 'CONFLICT' });
        if (isAllowed) {
          version++;
          if (wanted === 'SIGN_OFF') model.status = 'SIGNED_OFF';
          else if (wanted === 'RETURN') model.status = 'RETURNED';
          else model.approved++;
          expect(after?.version).toBe(version);
        }
        expect(await statesOf(row.id)).toEqual({ status: model.status, ...expectedStates(model) });
        for (const [i, viewer] of [regional, national, european].entries()) {
          const wanted = { network: viewer, dataset: 'PEOPLE', period: '2025' };
          const seen = await subgraph.orm.em.fork().transactional((em) => approvedSubmissions(em, wanted));
          const shows = model.status === 'SIGNED_OFF' && model.approved > i + 1;
          expect(seen.map(({ uuid }) => uuid)).toEqual(shows ? [row.uuid] : []);
        }
        reached.add(`${model.status} ${model.approved}`);
      }
    }),
    { numRuns: 12, examples: [[[null, null, null, null, null, 'RETURN']], [[null, null, 'RETURN', null]]] },
  );
  expect([...reached]).toEqual(expect.arrayContaining(['SIGNED_OFF 4', 'RETURNED 1']));
}, 120_000);

function run(wanted: Act, id: string, expectedVersion: number, networks: Record<string, { id: string } | null>) {
  const input = { id, expectedVersion, on };
  if (wanted === 'SIGN_OFF') return act(subgraph, 'signOffSubmission', { ...input, by: 'Head' });
  if (wanted === 'RETURN') return act(subgraph, 'returnSubmission', { ...input, reason: 'Nowa Huta is missing.' });
  return act(subgraph, 'approveSubmission', { ...input, by: 'Board', networkId: networks[wanted]?.id ?? null });
}

async function statesOf(id: string) {
  const fields = LEVELS.map((level) => `${level}: approval(level: ${level})`).join(' ');
  return (await read(subgraph, `{ submission(id: "${id}") { status ${fields} } }`)).submission;
}

function expectedStates({ status, approved }: Model): Record<string, string> {
  const stateOf = (i: number): string => {
    if (status !== 'SIGNED_OFF') return 'UNAPPROVABLE';
    if (i > approved) return 'UNAPPROVED_WAITING';
    if (i === approved) return 'UNAPPROVED_READY';
    return i === approved - 1 ? 'APPROVED_HERE' : 'APPROVED_ABOVE';
  };
  return Object.fromEntries(LEVELS.map((level, i) => [level, stateOf(i)]));
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { act, read } from '../../test/kit/ask.ts';
import { adviserOf } from '../../test/kit/caller.ts';
import { announcement, beneficiary, consultation, idea, supportCentre, training } from '../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { cps } from './subgraph.ts';
import type { CentreRow } from './support-centre/centre-row.ts';
import type { SupportCentre } from './support-centre/support-centre.ts';

const subgraph = new SubgraphUnderTest(cps);

/** A mutation: what its input holds beside id and version, from which statuses it leads, and to which. */
type Command = [input: Record<string, unknown>, from: string[], to: string];

interface Lifecycle {
  given: (centre: SupportCentre) => CentreRow & { status: string };
  commands: Record<string, Command>;
  /** The events that its changes make; a person's make none. */
  events?: boolean;
  /** Whether refusals tell no status. */
  isPerson?: true;
}

const DAY = { on: '2026-03-02' };
const accompanied = ['REFERRED', 'ASSESSED', 'PLANNED', 'IN_TRAINING', 'EMPLOYED_PROTECTED'];
const STEPS = { goals: ['TRADE'], steps: [{ kind: 'TRAINING', dueOn: '2026-06-01' }] };

const LIFECYCLES: Record<string, Lifecycle> = {
  Idea: {
    given: (centre) => idea(centre, 'Puppets'),
    commands: {
      verifyIdea: [{ ...DAY, needAssessment: 'Asked for', marketAssessment: 'Sells' }, ['SUBMITTED'], 'VERIFIED'],
      rejectIdea: [{ ...DAY, reason: 'Too dear' }, ['SUBMITTED'], 'REJECTED'],
    },
    events: true,
  },
  Training: {
    given: (centre) => training(centre, 'Prices'),
    commands: {
      startTraining: [{ ...DAY, endsOn: '2026-03-04' }, ['PLANNED'], 'RUNNING'],
      completeTraining: [{ on: '2026-03-05', hours: '7.5' }, ['RUNNING'], 'COMPLETED'],
      cancelTraining: [{ ...DAY, reason: 'Nobody came' }, ['PLANNED', 'RUNNING'], 'CANCELLED'],
    },
  },
  Consultation: {
    given: (centre) => consultation(centre, 'What is missing?'),
    commands: {
      openConsultation: [{ ...DAY, closesOn: '2026-03-20' }, ['PLANNED'], 'OPEN'],
      closeConsultation: [{ on: '2026-03-18' }, ['OPEN'], 'CLOSED'],
      reportConsultation: [{ on: '2026-04-01', report: 'Much.' }, ['CLOSED'], 'REPORTED'],
    },
    events: true,
  },
  Announcement: {
    given: (centre) => announcement(centre, 'First play'),
    commands: { withdrawAnnouncement: [DAY, ['PUBLISHED'], 'WITHDRAWN'] },
  },
  Beneficiary: {
    given: (centre) => beneficiary(centre),
    isPerson: true,
    commands: {
      assessPotential: [{ ...DAY, passion: 'Clay', strengths: ['HANDICRAFT'] }, ['REFERRED'], 'ASSESSED'],
      // a plan may be agreed anew, which does not change the person's own row
      agreePlan: [{ ...DAY, ...STEPS }, ['ASSESSED', 'PLANNED', 'IN_TRAINING', 'EMPLOYED_PROTECTED'], 'PLANNED'],
      recordEmployment: [DAY, ['IN_TRAINING'], 'EMPLOYED_PROTECTED'],
      recordLeaving: [{ on: '2026-03-09', reason: 'HEALTH', results: [] }, accompanied, 'LEFT'],
      recordFollowUp: [{ on: '2026-09-09', results: ['EECR05'] }, ['LEFT'], 'FOLLOWED_UP'],
    },
  },
};

describe.each(Object.entries(LIFECYCLES))('%s', (type, { given, commands, events = false, isPerson }) => {
  it('never leaves the diagram, whatever is asked in whatever order; a refusal changes nothing', async () => {
    const field = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    const names = fc.array(fc.constantFrom(...Object.keys(commands)), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(names, fc.boolean(), async (sequence, stale) => {
        const centre = supportCentre('CPS');
        const row = given(centre);
        const caller = isPerson && adviserOf(centre);
        await subgraph.givenToOwner(centre, row);
        let [status, version] = [row.status, 1];
        let told = 0;

        for (const name of sequence) {
          const [input, from, to] = commands[name] as Command;
          const expectedVersion = stale ? version + 1 : version;
          const {
            row: changed,
            code,
            message,
          } = await act(subgraph, name, { ...input, id: row.id, expectedVersion }, 'id status version', caller);
          if (!stale && from.includes(status)) {
            [status, version] = [to, version + Number(status !== to)];
            told += events ? 1 : 0;
            expect(changed).toEqual({ id: row.id, status, version });
          } else {
            expect({ changed, code }).toEqual({ changed: null, code: 'CONFLICT' });
            if (!stale)
              expect(message).toContain(
                isPerson
                  ? `\`status\` is not ${from.join(' or ')}`
                  : `it is ${status}, and it would have to be ${from.join(' or ')}`,
              );
          }
          const query = `query ($id: ID!) { ${field}(id: $id) { status version } }`;
          expect((await read(subgraph, query, { id: row.id }, caller))[field]).toEqual({ status, version });
        }
        expect(await subgraph.events()).toHaveLength(told);
      }),
      { numRuns: 6 },
    );
  });
});

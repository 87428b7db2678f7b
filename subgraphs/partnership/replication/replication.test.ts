import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { partnershipIn, replication } from '../../../test/kit/given-partnership.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { type Replication, ReplicationStatus } from './replication.ts';

const from = partnershipIn('PL_1261011', 'Nowa Huta', '2004-07-01');
const to = partnershipIn('PL_1203053', 'Trzebinia', '2024-03-01');
const of = (facts: Partial<Replication> = {}) => replication(from, 'PL_1203053', facts);

const ASSESSED = { postIndustrial: true, determinedPartners: 3, definedProblem: 'No work', assessedOn: '2023-02-01' };
const READY = { ...ASSESSED, status: ReplicationStatus.READY };
const STARTED = {
  ...ASSESSED,
  status: ReplicationStatus.STARTED,
  startedOn: '2024-03-01',
  startedPartnershipId: to.uuid,
};
const ABANDONED = { status: ReplicationStatus.ABANDONED, abandonedOn: '2023-03-01', reason: 'Nobody came' };

it.each<[string | null, string, Partial<Replication>]>([
  [null, 'is considered', {}],
  [null, 'is considered and assessed', { ...ASSESSED, definedProblem: null, determinedPartners: 0 }],
  [null, 'is ready', READY],
  [null, 'was started', STARTED],
  [null, 'was abandoned without an assessment', ABANDONED],
  [null, 'was abandoned when it was ready', { ...ASSESSED, ...ABANDONED }],
  ['post_industrial', 'was assessed by half', { assessedOn: '2023-02-01', determinedPartners: 1 }],
  ['determined_partners', 'was assessed by half', { assessedOn: '2023-02-01', postIndustrial: true }],
  ['determined_partners', 'counts below zero', { ...ASSESSED, determinedPartners: -1 }],
  ['assessed_on', 'has a problem that nobody assessed', { definedProblem: 'No work' }],
  ['assessed_on', 'was assessed before it was considered', { ...READY, assessedOn: '2022-12-31' }],
  ['defined_problem', 'is ready without a problem', { ...READY, definedProblem: null }],
  ['defined_problem', 'has a blank problem', { ...READY, definedProblem: ' ' }],
  ['determined_partners', 'is ready with two partners', { ...READY, determinedPartners: 2 }],
  ['determined_partners', 'was started with two partners', { ...STARTED, determinedPartners: 2 }],
  ['started_on', 'was started on no day', { ...STARTED, startedOn: null }],
  ['started_on', 'was started before it was assessed', { ...STARTED, startedOn: '2023-01-31' }],
  ['started_partnership', 'was started with no partnership', { ...STARTED, startedPartnershipId: null }],
  ['started_partnership', 'came back to where it began', { ...STARTED, startedPartnershipId: from.uuid }],
  ['started_partnership', 'is ready and has its partnership', { ...READY, startedPartnershipId: to.uuid }],
  ['abandoned_on', 'was abandoned on no day', { ...ABANDONED, abandonedOn: null }],
  ['abandoned_on', 'was abandoned before it was considered', { ...ABANDONED, abandonedOn: '2022-12-31' }],
  ['reason', 'was abandoned for no reason', { ...ABANDONED, reason: null }],
  ['reason', 'goes on and has a reason for its end', { reason: 'Nobody came' }],
])('refuses %j of a replication that %s', (field, _, facts) => {
  expect(refusedField(of(facts))).toBe(field);
});

const PATHS: Record<string, string[]> = { CONSIDERED: ['READY', 'ABANDONED'], READY: ['STARTED', 'ABANDONED'] };

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2023-01-${String(number).padStart(2, '0')}`);
const command = fc.oneof(
  fc.record({
    do: fc.constant('assess' as const),
    on: day,
    postIndustrial: fc.boolean(),
    definedProblem: fc.constantFrom(null, 'No work'),
    determinedPartners: fc.nat({ max: 5 }),
  }),
  fc.record({ do: fc.constant('start' as const), on: day }),
  fc.record({ do: fc.constant('abandon' as const), on: day }),
);

it('stays within its diagram and its rules, and unchanged by what is refused, whatever is asked', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const row = of();
      for (const one of commands) {
        const before = { ...row };
        try {
          if (one.do === 'assess') row.assess(one.on, one);
          if (one.do === 'start') row.start(one.on, from, to);
          if (one.do === 'abandon') row.abandon(one.on, 'Nobody came');
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          expect({ ...row }).toEqual(before);
        }
        expect(refusedField(row)).toBeNull();
        if (row.status !== before.status) expect(PATHS[before.status]).toContain(row.status);
        reached.add(row.status);
      }
    }),
    { numRuns: 500 },
  );
  expect([...reached].sort()).toEqual(['ABANDONED', 'CONSIDERED', 'READY', 'STARTED']);
});

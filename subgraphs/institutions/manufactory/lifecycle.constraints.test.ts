import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { manufactory, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { institutions } from '../subgraph.ts';
import type { Manufactory } from './manufactory.ts';
import { ManufactoryStatus, SupportPhase } from './manufactory-status.ts';

const subgraph = new SubgraphUnderTest(institutions);

const day = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const dates = ['protectedFrom', 'protectedUntil', 'independentSince', 'retainedSince', 'closedOn'] as const;
const oneDate = fc
  .tuple(fc.constantFrom(...dates), fc.option(day, { freq: 1 }))
  .map(([date, value]) => ({ [date]: value }));

/** What can happen in a life, in the order in which it does; then at most one date is another. */
const life = fc
  .record({
    status: fc.constantFrom(...Object.values(ManufactoryStatus)),
    supportPhase: fc.constantFrom(...Object.values(SupportPhase)),
    days: fc.uniqueArray(day, { minLength: 4, maxLength: 4 }).map((days) => days.sort()),
    past: fc.constantFrom('PREPARING', 'PROTECTED', 'INDEPENDENT', 'RETAINED', 'BOTH'),
    change: fc.oneof(fc.constant({}), oneDate),
  })
  .map(({ status, supportPhase, days: [from = '', until = '', decided = '', end = ''], past, change }) => {
    const been = status === 'CLOSED' ? past : status;
    return {
      status,
      supportPhase,
      protectedFrom: been === 'PREPARING' ? null : from,
      protectedUntil: been === 'PREPARING' ? null : until,
      independentSince: been === 'INDEPENDENT' || been === 'BOTH' ? decided : null,
      legalFormCode: been === 'INDEPENDENT' || been === 'BOTH' ? 'ASSOCIATION' : null,
      retainedSince: been === 'RETAINED' || been === 'BOTH' ? decided : null,
      closedOn: status === 'CLOSED' ? end : null,
      closureReason: status === 'CLOSED' ? 'Too few orders' : null,
      ...change,
    } satisfies Partial<Manufactory>;
  });

it('accepts nothing that the database would refuse, and reads back what was stored', async () => {
  const host = parentInstitution();
  await subgraph.given(host);
  const stored = new Set<ManufactoryStatus>();

  await fc.assert(
    fc.asyncProperty(life, async (facts) => {
      const row = manufactory(host, 'Theatre', facts);
      if (refusedField(row) !== null) return;

      await subgraph.orm.em.fork().persist(row).flush();
      const found = await subgraph.orm.em.fork().findOneOrFail(row.constructor as typeof Manufactory, row.uuid);
      expect(found).toMatchObject(facts);
      stored.add(facts.status);
    }),
    { numRuns: 200 },
  );
  expect(stored.size).toBe(Object.values(ManufactoryStatus).length);
});

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agreement, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { DataCategory, type DataSharingAgreement } from './data-sharing-agreement.ts';

const of = (facts: Partial<DataSharingAgreement>) =>
  agreement(partnershipIn('PL_1261011', 'Nowa Huta', '2004-07-01'), [], facts).row;

it.each<[string | null, string, Partial<DataSharingAgreement>]>([
  [null, 'has no end', {}],
  [null, 'lasts a day', { until: '2004-07-01' }],
  ['until', 'ends before it begins', { until: '2004-06-30' }],
  ['categories', 'shares nothing', { categories: [] }],
  ['categories', 'shares the same twice', { categories: [DataCategory.COUNTS, DataCategory.COUNTS] }],
])('refuses %j of an agreement that %s', (field, _, facts) => {
  expect(refusedField(of(facts))).toBe(field);
});

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2005-02-${String(number).padStart(2, '0')}`);

it('is in force from its first day to its last, both included, and not on a day behind the one it was ended on', () => {
  fc.assert(
    fc.property(day, fc.option(day), day, day, (since, until, end, on) => {
      fc.pre(until === null || until >= since);
      const row = of({ since, until });
      expect(row.isInForce(on)).toBe(on >= since && (until === null || on <= until));

      const canEnd = end >= since && (until === null || end < until);
      if (canEnd) row.end(end);
      else expect(() => row.end(end)).toThrow(end < since ? /later/ : /anyway/);
      const last = canEnd ? end : until;
      expect(row.isInForce(on)).toBe(on >= since && (last === null || on <= last));
    }),
  );
});

import { expect, it } from '@jest/globals';
import { organisation, partner, partnershipIn } from '../../../test/kit/given-partnership.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';

const nowaHuta = partnershipIn('PL_1261011', 'Nowa Huta', '2004-07-01');
const member = partner(nowaHuta, organisation('Host'));

it.each([
  [null, null],
  ['2008-03-31', null],
  ['2004-07-01', null],
  ['2004-06-30', 'until'],
])('judges a partner, and a partnership, that ends on %j', (until, field) => {
  expect(refusedField(Object.assign(member, { until }))).toBe(field);
  expect(refusedField(Object.assign(nowaHuta, { until }))).toBe(field);
});

import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { incentive, municipalityOf } from '../../../test/kit/given-municipality.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { IncentiveStatus } from './incentive.ts';

const krakow = municipalityOf('PL_1261011');
const ended = (status: IncentiveStatus, facts: object) =>
  Object.assign(incentive(krakow, v4(), { status, awardedOn: '2006-03-01' }), facts);

it.each([
  [IncentiveStatus.SETTLED, {}],
  [IncentiveStatus.SETTLED, { endedOn: '2006-03-01' }],
  [IncentiveStatus.REVOKED, { endedOn: '2006-03-02', endReason: 'Closed' }],
])('accepts one that is %s with %j', (status, facts) => {
  expect(refusedField(ended(status, facts))).toBeNull();
});

it.each([
  [IncentiveStatus.AWARDED, { endedOn: '2006-04-01' }, 'ended_on'],
  [IncentiveStatus.PAID, { endReason: 'Closed' }, 'end_reason'],
  [IncentiveStatus.SETTLED, { endedOn: '2006-02-28' }, 'ended_on'],
])('refuses one that is %s with %j', (status, facts, field) => {
  expect(refusedField(ended(status, facts))).toBe(field);
});

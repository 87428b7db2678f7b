import { expect, it } from '@jest/globals';
import { idea, REJECTED, supportCentre, VERIFIED } from '../../../test/kit/given-cps.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { type Idea, IdeaStatus } from './idea.ts';

const centre = supportCentre('CPS');

it.each([
  ['submitted', {}],
  ['verified', VERIFIED],
  ['verified on the day of its submission', { ...VERIFIED, verifiedOn: '2005-05-01' }],
  ['rejected', REJECTED],
])('accepts an idea that is %s', (_, facts: Partial<Idea>) => {
  expect(refusedField(idea(centre, 'Puppets', facts))).toBeNull();
});

it.each([
  ['is submitted and has a day of verification', { verifiedOn: '2005-06-01' }, 'verified_on'],
  ['is verified on no day', { ...VERIFIED, verifiedOn: null }, 'verified_on'],
  ['is rejected and has a day of verification', { ...REJECTED, verifiedOn: '2005-06-01' }, 'verified_on'],
  ['is verified before it is submitted', { ...VERIFIED, verifiedOn: '2005-04-30' }, 'verified_on'],
  ['is rejected for no reason', { ...REJECTED, rejectionReason: null }, 'rejection_reason'],
  ['is submitted and has a reason for rejection', { rejectionReason: 'Too dear' }, 'rejection_reason'],
  ['is verified and has a reason for rejection', { ...VERIFIED, rejectionReason: 'Too dear' }, 'rejection_reason'],
])('refuses an idea that %s', (_, facts: Partial<Idea>, field) => {
  expect(refusedField(idea(centre, 'Puppets', facts))).toBe(field);
});

it('is submitted when nothing else is said', () => {
  expect(idea(centre, 'Puppets').status).toBe(IdeaStatus.SUBMITTED);
});

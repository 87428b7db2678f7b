import { expect, it } from '@jest/globals';
import { beneficiary, supportCentre } from '../../../test/kit/given-cps.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import type { Beneficiary } from './beneficiary.ts';
import { daysLater, monthsLater } from './days.ts';
import { EmploymentStatus } from './entry-facts.ts';
import { FollowUpResult, JourneyStatus, LeavingReason, LeavingResult } from './journey.ts';

const centre = supportCentre('CPS');
const LEFT = {
  status: JourneyStatus.LEFT,
  leftOn: '2026-08-31',
  leavingReason: LeavingReason.HEALTH,
  resultsOn: '2026-09-28',
};
const FOLLOWED_UP = { ...LEFT, status: JourneyStatus.FOLLOWED_UP, followedUpOn: '2027-02-28' };
const { EECR01, EECR02, EECR03, EECR04 } = LeavingResult;
const { EECR05, EECR06 } = FollowUpResult;
const { EMPLOYED, INACTIVE } = EmploymentStatus;

it.each<[string, Partial<Beneficiary>]>([
  ['was referred', {}],
  ['left without a result', LEFT],
  ['left for work', { ...LEFT, leavingResults: [EECR02, EECR03, EECR04] }],
  ['was inactive and looks for work', { ...LEFT, employmentStatus: INACTIVE, leavingResults: [EECR01] }],
  ['was asked again on the last day of a shorter month', FOLLOWED_UP],
  ['works after six months', { ...FOLLOWED_UP, followUpResults: [EECR05] }],
  ['was employed and is better off', { ...FOLLOWED_UP, employmentStatus: EMPLOYED, followUpResults: [EECR06] }],
  ['completed the path', { ...LEFT, employedOn: '2026-03-01', leavingReason: LeavingReason.PATH_COMPLETED }],
])('accepts somebody who %s', (_, facts) => {
  expect(refusedField(beneficiary(centre, facts))).toBeNull();
});

it.each<[string, Partial<Beneficiary>, string]>([
  ['has left for no reason', { ...LEFT, leavingReason: null }, 'leavingReason'],
  ['is here and has a reason for leaving', { leavingReason: LeavingReason.HEALTH }, 'leavingReason'],
  ['left before the referral', { ...LEFT, leftOn: '2026-01-04', resultsOn: '2026-01-04' }, 'on'],
  ['left before the employment', { ...LEFT, employedOn: '2026-09-01' }, 'on'],
  ['completed the path without employment', { ...LEFT, leavingReason: LeavingReason.PATH_COMPLETED }, 'reason'],
  ['has results from before leaving', { ...LEFT, resultsOn: '2026-08-30' }, 'resultsOn'],
  ['has results from after four weeks', { ...LEFT, resultsOn: '2026-09-29' }, 'resultsOn'],
  ['has a result and has not left', { leavingResults: [EECR02] }, 'results'],
  ['has a result twice', { ...LEFT, leavingResults: [EECR02, EECR02] }, 'results'],
  ['was unemployed and now looks for work', { ...LEFT, leavingResults: [EECR01] }, 'results'],
  ['was employed and now is', { ...LEFT, employmentStatus: EMPLOYED, leavingResults: [EECR04] }, 'results'],
  ['was asked again too early', { ...FOLLOWED_UP, followedUpOn: '2027-02-27' }, 'on'],
  ['was asked again on no day', { ...FOLLOWED_UP, followedUpOn: null }, 'followedUpOn'],
  ['has a late result before the follow-up', { ...LEFT, followUpResults: [EECR05] }, 'results'],
  ['was unemployed and is better off', { ...FOLLOWED_UP, followUpResults: [EECR06] }, 'results'],
  ['was born after the referral', { birthYear: 2027 }, 'birthYear'],
  ['is older than anybody', { birthYear: 1900 }, 'birthYear'],
  ['has a level of education that there is not', { iscedLevel: 9 }, 'iscedLevel'],
])('refuses somebody who %s', (_, facts, field) => {
  expect(refusedField(beneficiary(centre, facts))).toBe(field);
});

it('counts days and months by the calendar', () => {
  expect(daysLater('2024-02-28', 2)).toBe('2024-03-01');
  expect(monthsLater('2026-08-31', 6)).toBe('2027-02-28');
  expect(monthsLater('2026-03-09', 6)).toBe('2026-09-09');
});

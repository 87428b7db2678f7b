import { Invalid } from '../../../shared/errors/domain-error.ts';
import type { Beneficiary } from './beneficiary.ts';
import { daysLater, monthsLater } from './days.ts';
import { EmploymentStatus } from './entry-facts.ts';
import { FollowUpResult, JourneyStatus, LeavingReason, LeavingResult } from './journey.ts';

const RESULT_DAYS = 28;
const FOLLOW_UP_MONTHS = 6;

/** Whose result may be which, by the person's situation at entry. */
const AT_ENTRY: Record<string, { is: (status: EmploymentStatus) => boolean; who: string }> = {
  [LeavingResult.EECR01]: { is: (status) => status === EmploymentStatus.INACTIVE, who: 'inactive' },
  [LeavingResult.EECR04]: { is: (status) => status !== EmploymentStatus.EMPLOYED, who: 'not employed' },
  [FollowUpResult.EECR05]: { is: (status) => status !== EmploymentStatus.EMPLOYED, who: 'not employed' },
  [FollowUpResult.EECR06]: { is: (status) => status === EmploymentStatus.EMPLOYED, who: 'employed' },
};

/** What ESF+ asks of the end of a journey: what there may be, and when it may be observed. */
export function assertOutcomeValid(person: Beneficiary): void {
  const { status, leftOn, leavingReason, leavingResults, resultsOn, followedUpOn, followUpResults } = person;
  const isGone = status === JourneyStatus.LEFT || status === JourneyStatus.FOLLOWED_UP;
  if ([leftOn, leavingReason, resultsOn].some((fact) => (fact !== null) !== isGone)) {
    throw new Invalid(
      'There is a day of leaving, a reason and a day of the results if, and only if, somebody has left.',
      {
        field: 'leavingReason',
      },
    );
  }
  if ((followedUpOn !== null) !== (status === JourneyStatus.FOLLOWED_UP)) {
    throw new Invalid('There is a day of the follow-up if, and only if, it was made.', { field: 'followedUpOn' });
  }
  if (leftOn !== null && leftOn < person.referredOn) {
    throw new Invalid('Nobody leaves before the referral: see `referredOn`.', { field: 'on' });
  }
  if (leavingReason === LeavingReason.PATH_COMPLETED && person.employedOn === null) {
    throw new Invalid('The path is completed after the employment in a manufactory; before, another reason is true.', {
      field: 'reason',
    });
  }
  if (leftOn !== null && resultsOn !== null && (resultsOn < leftOn || resultsOn > daysLater(leftOn, RESULT_DAYS))) {
    throw new Invalid(`Results are observed within ${RESULT_DAYS} days of leaving: see \`leftOn\`.`, {
      field: 'resultsOn',
    });
  }
  if (leftOn !== null && followedUpOn !== null && followedUpOn < monthsLater(leftOn, FOLLOW_UP_MONTHS)) {
    throw new Invalid('Nobody is asked again earlier than six months after leaving: see `leftOn`.', { field: 'on' });
  }
  assertResults(leavingResults, isGone, person.employmentStatus);
  assertResults(followUpResults, followedUpOn !== null, person.employmentStatus);
}

function assertResults(results: string[], isTime: boolean, atEntry: EmploymentStatus): void {
  const field = 'results';
  if (results.length > 0 && !isTime) throw new Invalid('There are no results before they can be seen.', { field });
  if (new Set(results).size < results.length) throw new Invalid('Each result is named once.', { field });
  for (const result of results) {
    const rule = AT_ENTRY[result];
    if (!rule || rule.is(atEntry)) continue;
    throw new Invalid(`${result} is a result of people who were ${rule.who} at entry: see \`employmentStatus\`.`, {
      field,
    });
  }
}

import { Invalid } from '../../../shared/errors/domain-error.ts';
import { assertIdentifier } from './legal-identifier.ts';
import type { ManufactoryState } from './state.ts';

/** The dates that a status needs; what was reached before stays known later. */
type Dates = 'protectedFrom' | 'protectedUntil' | 'independentSince' | 'retainedSince' | 'closedOn';

const NEEDS: Record<ManufactoryState['status'], Dates[]> = {
  PREPARING: [],
  PROTECTED: ['protectedFrom', 'protectedUntil'],
  DECISION: ['protectedFrom', 'protectedUntil'],
  INDEPENDENT: ['protectedFrom', 'protectedUntil', 'independentSince'],
  RETAINED: ['protectedFrom', 'protectedUntil', 'retainedSince'],
  CLOSED: ['closedOn'],
};

/** Which dates may be known at all: a manufactory may have been anything before it was closed. */
const ALLOWS: Record<ManufactoryState['status'], Dates[]> = {
  ...NEEDS,
  CLOSED: ['protectedFrom', 'protectedUntil', 'independentSince', 'retainedSince', 'closedOn'],
};

const COLUMN: Record<Dates, string> = {
  protectedFrom: 'protected_from',
  protectedUntil: 'protected_until',
  independentSince: 'independent_since',
  retainedSince: 'retained_since',
  closedOn: 'closed_on',
};

/** Throws Invalid where dates, legal form and support do not fit the status. */
export function assertLifecycle(manufactory: ManufactoryState): void {
  const { status, supportPhase, protectedFrom, protectedUntil, closedOn } = manufactory;
  for (const date of Object.keys(COLUMN) as Dates[]) {
    const known = manufactory[date] !== null;
    if (!known && NEEDS[status].includes(date)) refuse(COLUMN[date], `A manufactory that is ${status} has this date.`);
    if (known && !ALLOWS[status].includes(date))
      refuse(COLUMN[date], `A manufactory that is ${status} has no such date.`);
  }
  if ((protectedFrom === null) !== (protectedUntil === null))
    refuse('protected_until', 'A protective period has both its days.');
  if (protectedFrom !== null && protectedUntil !== null && protectedUntil <= protectedFrom) {
    refuse('protected_until', `The protective period ends (${protectedUntil}) after it begins (${protectedFrom}).`);
  }
  const decided = manufactory.independentSince ?? manufactory.retainedSince;
  if (manufactory.independentSince !== null && manufactory.retainedSince !== null) {
    refuse('retained_since', 'A manufactory becomes independent or is retained, not both.');
  }
  if (decided !== null && (protectedFrom === null || decided <= protectedFrom)) {
    refuse(
      manufactory.independentSince ? 'independent_since' : 'retained_since',
      'Protection comes before the decision.',
    );
  }
  const latest = decided ?? protectedFrom;
  if (closedOn !== null && latest !== null && closedOn < latest) {
    refuse('closed_on', `A manufactory is not closed (${closedOn}) before what it was until then (${latest}).`);
  }
  if ((manufactory.independentSince !== null) !== (manufactory.legalFormCode !== null)) {
    refuse('legal_form_code', 'A manufactory has a legal form if, and only if, it became independent.');
  }
  if ((status === 'CLOSED') !== (manufactory.closureReason !== null)) {
    refuse('closure_reason', 'A manufactory has a reason for its closure if, and only if, it is CLOSED.');
  }
  if (supportPhase === 'ENDED' && (status === 'PREPARING' || status === 'PROTECTED')) {
    refuse('support_phase', `Support cannot have ended while a manufactory is ${status}.`);
  }
  assertIndependence(manufactory);
  if (manufactory.extensionReason !== null && protectedUntil === null) {
    refuse('extension_reason', 'Only a protective period can be extended.');
  }
}

/** Throws Invalid where a manufactory that never became independent has an identity of its own, or half of one. */
function assertIndependence({
  independentSince,
  identifierScheme,
  identifier,
  becameOrganisationId,
}: ManufactoryState) {
  if ((identifierScheme === null) !== (identifier === null)) {
    refuse('identifier', 'An identifier has both its scheme and its value.');
  }
  if (identifierScheme !== null && identifier !== null)
    assertIdentifier({ scheme: identifierScheme, value: identifier });
  if (independentSince === null && (identifier !== null || becameOrganisationId !== null)) {
    refuse('identifier', 'A manufactory has an identity of its own only when it became independent.');
  }
}

function refuse(field: string, reason: string): never {
  throw new Invalid(reason, { field });
}

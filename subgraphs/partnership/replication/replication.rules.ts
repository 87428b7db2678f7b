import { Invalid } from '../../../shared/errors/domain-error.ts';
import { refuseBlank } from '../../../shared/write/refuse-blank.ts';
import type { Replication } from './replication.ts';

/** One of each sector is the least with which a partnership becomes active. */
export const FEWEST_PARTNERS = 3;

type Facts = Pick<
  Replication,
  | 'status'
  | 'consideredOn'
  | 'postIndustrial'
  | 'definedProblem'
  | 'determinedPartners'
  | 'assessedOn'
  | 'partnershipId'
  | 'startedPartnershipId'
  | 'startedOn'
  | 'abandonedOn'
  | 'reason'
>;

/** Throws Invalid where days, readiness and outcome do not fit the status. */
export function assertReplication(row: Facts): void {
  const { status, consideredOn, assessedOn, startedOn, abandonedOn, determinedPartners } = row;
  const [started, abandoned] = [status === 'STARTED', status === 'ABANDONED'];
  refuseBlank({ defined_problem: row.definedProblem, reason: row.reason });

  const assessed = assessedOn !== null;
  if (assessed !== (row.postIndustrial !== null)) refuse('post_industrial', 'An assessment says whether, and only it.');
  if (assessed !== (determinedPartners !== null)) refuse('determined_partners', 'An assessment counts, and only it.');
  if (!assessed && row.definedProblem !== null) refuse('assessed_on', 'A defined problem has a day of assessment.');
  if (determinedPartners !== null && determinedPartners < 0) refuse('determined_partners', 'Nobody counts below zero.');

  if (status === 'READY' || started) {
    if (row.definedProblem === null) refuse('defined_problem', `A replication that is ${status} has a problem.`);
    if ((determinedPartners ?? 0) < FEWEST_PARTNERS) {
      refuse('determined_partners', `A replication that is ${status} has ${FEWEST_PARTNERS} partners or more.`);
    }
  }
  if (started !== (startedOn !== null)) refuse('started_on', 'It has this day if, and only if, it is STARTED.');
  if (started !== (row.startedPartnershipId !== null)) {
    refuse('started_partnership', 'A partnership came of it if, and only if, it is STARTED.');
  }
  if (row.startedPartnershipId === row.partnershipId) {
    refuse('started_partnership', 'A partnership does not take the model over from itself.');
  }
  if (abandoned !== (abandonedOn !== null)) refuse('abandoned_on', 'It has this day if, and only if, it is ABANDONED.');
  if (abandoned !== (row.reason !== null)) refuse('reason', 'It has a reason if, and only if, it is ABANDONED.');

  if (assessedOn !== null && assessedOn < consideredOn) refuse('assessed_on', `That is before ${consideredOn}.`);
  const latest = assessedOn ?? consideredOn;
  if (startedOn !== null && startedOn < latest) refuse('started_on', `That is before ${latest}.`);
  if (abandonedOn !== null && abandonedOn < latest) refuse('abandoned_on', `That is before ${latest}.`);
}

function refuse(field: string, reason: string): never {
  throw new Invalid(reason, { field });
}

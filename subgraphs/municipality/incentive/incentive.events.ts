import type { NewEvent } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Incentive } from './incentive.ts';

export const incentiveAwarded = (incentive: Incentive): NewEvent<object> => ({
  type: 'hub.incentive.awarded.v1',
  subject: incentive.id,
  data: {
    ...idsOf(incentive),
    kind: incentive.kind,
    amount: incentive.awarded,
    currency: incentive.currency,
    awardedOn: incentive.awardedOn,
  },
});

/** Tells of one payment, which may be a part. */
export const incentivePaid = (incentive: Incentive, amount: string, paidOn: string): NewEvent<object> => ({
  type: 'hub.incentive.paid.v1',
  subject: incentive.id,
  data: { ...idsOf(incentive), amount, currency: incentive.currency, paidOn },
});

/** Tells of one return, which may be a part. */
export const incentiveReturned = (incentive: Incentive, amount: string): NewEvent<object> => ({
  type: 'hub.incentive.returned.v1',
  subject: incentive.id,
  data: { ...idsOf(incentive), amount, currency: incentive.currency },
});

export const incentiveSettled = (incentive: Incentive): NewEvent<object> => ({
  type: 'hub.incentive.settled.v1',
  subject: incentive.id,
  data: { ...idsOf(incentive), reason: incentive.endReason },
});

export const incentiveRevoked = (incentive: Incentive): NewEvent<object> => ({
  type: 'hub.incentive.revoked.v1',
  subject: incentive.id,
  data: { ...idsOf(incentive), reason: incentive.endReason },
});

const idsOf = ({ id, manufactoryId }: Incentive) => ({
  incentive: id,
  manufactory: toGlobalId('Manufactory', manufactoryId),
});

import type { NewEvent } from '../../../shared/events/record.ts';
import type { IncentiveScheme } from './incentive-scheme.ts';

/** Tells that a scheme came to the status that it has. */
export const schemeChanged = ({ id, kind, status, territoryCode }: IncentiveScheme): NewEvent<object> => ({
  type: 'hub.incentive-scheme.changed.v1',
  subject: id,
  data: { scheme: id, kind, status, territory: territoryCode },
});

import type { NewEvent } from '../../../shared/events/record.ts';
import type { Consultation } from './consultation.ts';

/** Tells that a consultation came to the status that it has. */
export const consultationEvent = ({ id, status, territoryCode }: Consultation): NewEvent<object> => ({
  type: 'hub.consultation.changed.v1',
  subject: id,
  data: { consultation: id, status, territory: territoryCode },
});

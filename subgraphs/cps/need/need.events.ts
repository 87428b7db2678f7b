import type { EventType } from '../../../shared/events/cloud-event.ts';
import type { NewEvent } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Need } from './need.ts';

/** Widened: TypeScript does not find the version behind a second `.v`. */
const TYPE: string = 'hub.need.voiced.v1';

export const needEvent = (need: Need): NewEvent<object> => ({
  type: TYPE as EventType,
  subject: need.id,
  data: {
    need: need.id,
    consultation: toGlobalId('Consultation', need.consultationId),
    title: need.title,
    activityCode: need.activityCode,
    territory: need.territoryCode,
  },
});

import type { NewEvent } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Need } from './need.ts';

export const needEvent = (need: Need): NewEvent<object> => ({
  type: 'hub.need.voiced.v1',
  subject: need.id,
  data: {
    need: need.id,
    consultation: toGlobalId('Consultation', need.consultationId),
    title: need.title,
    activityCode: need.activityCode,
    territory: need.territoryCode,
  },
});

import type { NewEvent } from '../../../shared/events/record.ts';
import type { Announcement } from './announcement.ts';

export const announcementEvent = ({ id, territoryCode }: Announcement): NewEvent<object> => ({
  type: 'hub.announcement.published.v1',
  subject: id,
  data: { announcement: id, territory: territoryCode },
});

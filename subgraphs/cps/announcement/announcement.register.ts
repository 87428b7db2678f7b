import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { announcementEvent } from './announcement.events.ts';
import { Announcement, AnnouncementStatus } from './announcement.ts';

export const announcementRegister: Register<Announcement> = {
  name: 'announcements',
  entity: Announcement,
  owner: 'support_centre',
  columns: {
    support_centre: column.reference('SupportCentre', () => SupportCentre),
    title: column.text,
    text: column.text,
    status: column.oneOf(AnnouncementStatus),
    shown_from: column.date,
    shown_until: column.date,
    territory: column.territory,
    source: column.optional(column.text),
  },
  events: (announcement, change) => (change === 'added' ? [announcementEvent(announcement)] : []),
};

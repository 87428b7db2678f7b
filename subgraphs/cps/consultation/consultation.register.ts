import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { consultationEvent } from './consultation.events.ts';
import { Consultation, ConsultationStatus } from './consultation.ts';

export const consultationRegister: Register<Consultation> = {
  name: 'consultations',
  entity: Consultation,
  owner: 'support_centre',
  columns: {
    support_centre: column.reference('SupportCentre', () => SupportCentre),
    question: column.text,
    status: column.oneOf(ConsultationStatus),
    opens_on: column.date,
    closes_on: column.date,
    reported_on: column.optional(column.date),
    report: column.optional(column.text),
    territory: column.territory,
    source: column.optional(column.text),
  },
  events: (consultation, _change, before) =>
    consultation.status === before.status ? [] : [consultationEvent(consultation)],
};

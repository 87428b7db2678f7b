import { NACE } from '../../../shared/classification/code-list.ts';
import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { scheduleColumn } from '../schedule/schedule.column.ts';
import { eventsOfImport } from './service.events.ts';
import { Service, ServiceStatus } from './service.ts';

export const serviceRegister: Register<Service> = {
  name: 'services',
  entity: Service,
  owner: 'organisation',
  columns: {
    organisation: column.reference('Organisation'),
    manufactory: column.reference('Manufactory'),
    name: column.text,
    status: column.oneOf(ServiceStatus),
    price_amount: column.optional(column.amount),
    price_currency: column.optional(column.currency),
    price_unit: column.optional(column.text),
    offered_since: column.optional(column.date),
    ended_on: column.optional(column.date),
    activity_code: column.classOf(NACE),
    eligibility: column.optional(column.text),
    schedule: scheduleColumn,
    territory: column.territory,
    source: column.optional(column.text),
  },
  events: (service, _change, before) => eventsOfImport(service, before),
};

import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { hours } from '../hours.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { Training, TrainingStatus, TrainingTopic } from './training.ts';

export const trainingRegister: Register<Training> = {
  name: 'trainings',
  entity: Training,
  owner: 'support_centre',
  columns: {
    support_centre: column.reference('SupportCentre', () => SupportCentre),
    manufactory: column.optional(column.reference('Manufactory')),
    topic: column.oneOf(TrainingTopic),
    title: column.text,
    hours,
    status: column.oneOf(TrainingStatus),
    starts_on: column.date,
    ends_on: column.date,
    cancelled_on: column.optional(column.date),
    cancellation_reason: column.optional(column.text),
    territory: column.territory,
    source: column.optional(column.text),
  },
};

import { NACE } from '../../../shared/classification/code-list.ts';
import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Consultation } from '../consultation/consultation.ts';
import { needEvent } from './need.events.ts';
import { Need } from './need.ts';

export const needRegister: Register<Need> = {
  name: 'needs',
  entity: Need,
  owner: 'consultation',
  columns: {
    consultation: column.reference('Consultation', () => Consultation),
    title: column.text,
    description: column.text,
    activity_code: column.optional(column.classOf(NACE)),
    voiced_on: column.date,
    territory: column.territory,
    source: column.optional(column.text),
  },
  events: (need, change) => (change === 'added' ? [needEvent(need)] : []),
};

import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Service } from '../service/service.ts';
import { NeedAnswer } from './need-answer.ts';

export const needAnswerRegister: Register<NeedAnswer> = {
  name: 'service-needs',
  entity: NeedAnswer,
  owner: 'service',
  columns: {
    service: column.reference('Service', () => Service),
    need: column.reference('Need'),
    answered_on: column.date,
    withdrawn_on: column.optional(column.date),
    source: column.optional(column.text),
  },
};

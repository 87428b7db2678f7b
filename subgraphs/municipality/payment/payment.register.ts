import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Incentive } from '../incentive/incentive.ts';
import { paymentProblems } from './payment.rules.ts';
import { Payment } from './payment.ts';

export const paymentRegister: Register<Payment> = {
  name: 'incentive-payments',
  entity: Payment,
  owner: 'incentive',
  columns: {
    incentive: column.reference('Incentive', () => Incentive),
    amount: column.amount,
    paid_on: column.date,
    source: column.optional(column.text),
  },
  check: paymentProblems,
};

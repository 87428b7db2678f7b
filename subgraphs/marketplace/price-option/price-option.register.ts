import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Service } from '../service/service.ts';
import { PriceOption } from './price-option.ts';

export const priceOptionRegister: Register<PriceOption> = {
  name: 'price-options',
  entity: PriceOption,
  owner: 'service',
  columns: {
    service: column.reference('Service', () => Service),
    label: column.text,
    amount: column.amount,
    currency: column.currency,
    unit: column.optional(column.text),
    withdrawn_on: column.optional(column.date),
    source: column.optional(column.text),
  },
};

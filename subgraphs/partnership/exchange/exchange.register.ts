import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Partnership } from '../partnership/partnership.ts';
import { Exchange } from './exchange.ts';

export const exchangeRegister: Register<Exchange> = {
  name: 'exchanges',
  entity: Exchange,
  owner: 'partnership',
  columns: {
    partnership: column.reference('Partnership', () => Partnership),
    title: column.text,
    foreign_partner: column.text,
    country: column.text,
    topic: column.text,
    since: column.date,
    until: column.optional(column.date),
    source: column.optional(column.text),
  },
};

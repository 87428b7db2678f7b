import { expect, it } from '@jest/globals';
import { AMENDED, budgetOf, DRAFT, EXECUTED, municipalityOf } from '../../../test/kit/given-municipality.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import type { Budget } from './budget.ts';

const krakow = municipalityOf('PL_1261011');

it.each([
  ['drafted', DRAFT],
  ['adopted', {}],
  ['amended', AMENDED],
  ['amended on the day of its adoption', { ...AMENDED, amendedOn: '2006-01-18' }],
  ['executed', EXECUTED],
  ['amended and executed', { ...AMENDED, ...EXECUTED }],
])('accepts a budget that is %s', (_, facts: Partial<Budget>) => {
  expect(refusedField(budgetOf(krakow, 2006, facts))).toBeNull();
});

it.each([
  ['is a draft and has a day of adoption', { ...DRAFT, adoptedOn: '2006-01-18' }, 'adopted_on'],
  ['is adopted on no day', { adoptedOn: null }, 'adopted_on'],
  ['is adopted and has a day of amendment', { amendedOn: '2006-06-01' }, 'amended_on'],
  ['is amended on no day', { ...AMENDED, amendedOn: null }, 'amended_on'],
  ['is amended before it is adopted', { ...AMENDED, amendedOn: '2006-01-17' }, 'amended_on'],
  ['is executed on no day', { ...EXECUTED, executedOn: null }, 'executed_on'],
  ['is adopted and has a day of execution', { executedOn: '2006-12-31' }, 'executed_on'],
  ['is executed before it is amended', { ...AMENDED, ...EXECUTED, executedOn: '2006-05-31' }, 'executed_on'],
])('refuses a budget that %s', (_, facts: Partial<Budget>, field) => {
  expect(refusedField(budgetOf(krakow, 2006, facts))).toBe(field);
});

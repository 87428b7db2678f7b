import { expect, it } from '@jest/globals';
import {
  ANNOUNCED,
  budgetLine,
  budgetOf,
  CLOSED,
  municipalityOf,
  schemeOf,
} from '../../../test/kit/given-municipality.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import type { IncentiveScheme } from './incentive-scheme.ts';

const krakow = municipalityOf('PL_1261011');
const scheme = (facts: Partial<IncentiveScheme>) => schemeOf(krakow, budgetLine(budgetOf(krakow), '1'), facts);

it.each([
  ['announced', ANNOUNCED],
  ['open', {}],
  ['open without an end', { closesOn: null }],
  ['closed', CLOSED],
])('accepts a scheme that is %s', (_, facts: Partial<IncentiveScheme>) => {
  expect(refusedField(scheme(facts))).toBeNull();
});

it.each([
  ['closes before it opens', { closesOn: '2006-01-31' }, 'closes_on'],
  ['is announced and has opened', { ...ANNOUNCED, openedOn: '2006-02-01' }, 'opened_on'],
  ['is open and never opened', { openedOn: null }, 'opened_on'],
  ['is open and has closed', { closedOn: '2006-03-01' }, 'closed_on'],
  ['is closed and never closed', { ...CLOSED, closedOn: null }, 'closed_on'],
  ['closed before it opened', { ...CLOSED, closedOn: '2006-01-31' }, 'closed_on'],
])('refuses a scheme that %s', (_, facts: Partial<IncentiveScheme>, field) => {
  expect(refusedField(scheme(facts))).toBe(field);
});

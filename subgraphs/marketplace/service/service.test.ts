import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { DRAFT, ENDED, service } from '../../../test/kit/given-marketplace.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { Service, ServiceStatus } from './service.ts';

const PRICE = { priceAmount: '12.00', priceCurrency: 'PLN' };
const given = (facts: Partial<Service>): Service => service(v4(), 'A play', facts);

it.each([
  ['active', {}],
  ['active at a price', PRICE],
  ['active at a price of nothing', { ...PRICE, priceAmount: '0.00' }],
  ['paused', { status: ServiceStatus.PAUSED }],
  ['a draft', DRAFT],
  ['ended', ENDED],
  ['ended on its first day', { ...ENDED, endedOn: '2006-05-01' }],
])('accepts a service that is %s', (_, facts: Partial<Service>) => {
  expect(refusedField(given(facts))).toBeNull();
});

it.each([
  ['has an amount in no currency', { ...PRICE, priceCurrency: null }, 'price_currency'],
  ['has a currency and no amount', { ...PRICE, priceAmount: null }, 'price_currency'],
  ['is a draft and offered', { ...DRAFT, offeredSince: '2006-05-01' }, 'offered_since'],
  ['is active since no day', { offeredSince: null }, 'offered_since'],
  ['is paused, and was never offered', { status: ServiceStatus.PAUSED, offeredSince: null }, 'offered_since'],
  ['is ended, and was never offered', { ...ENDED, offeredSince: null }, 'offered_since'],
  ['is active after its last day', { endedOn: '2007-05-01' }, 'ended_on'],
  ['is ended on no day', { ...ENDED, endedOn: null }, 'ended_on'],
  ['is a draft that ended', { ...DRAFT, endedOn: '2007-05-01' }, 'ended_on'],
  ['ends before it is offered', { ...ENDED, endedOn: '2006-04-30' }, 'ended_on'],
])('refuses a service that %s', (_, facts: Partial<Service>, field) => {
  expect(refusedField(given(facts))).toBe(field);
});

it('is a draft when nothing else is said', () => {
  expect(new Service().status).toBe(ServiceStatus.DRAFT);
});

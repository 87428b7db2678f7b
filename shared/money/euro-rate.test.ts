import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusal } from '../../test/kit/refusal.ts';
import { parsePeriod } from '../period/period.ts';
import { type EuroRateInput, euroRates } from './euro-rate.ts';

const year = parsePeriod('2025');
const rate = (currency: string, perEuro: string, on = '2025-06-30'): EuroRateInput => ({ currency, perEuro, on });

it('rounds the sum of all currencies once, not each amount: halves up', () => {
  const toEuro = euroRates([rate('PLN', '4'), rate('CZK', '25.00')], year);

  expect(toEuro([{ cents: 1n, currency: 'PLN' }])).toBe('0.00'); // 0.25 cents
  expect(toEuro([{ cents: 2n, currency: 'PLN' }])).toBe('0.01'); // 0.5 cents
  expect(
    toEuro([
      { cents: 1n, currency: 'PLN' },
      { cents: 6n, currency: 'CZK' },
      { cents: 3n, currency: 'EUR' },
    ]),
  ).toBe('0.03'); // 0.25 + 0.24 + 3 cents
  expect(toEuro([])).toBe('0.00');
});

it('is exact to half a cent, however large the amounts and however fine the rates', () => {
  const amounts = fc.array(
    fc.record({ cents: fc.bigInt(0n, 10n ** 16n), currency: fc.constantFrom('EUR', 'PLN', 'SEK') }),
  );
  const units = fc.bigInt(1n, 10n ** 12n);
  fc.assert(
    fc.property(amounts, units, units, (given, pln, sek) => {
      const text = (one: bigint): string => `${one / 10_000n}.${(one % 10_000n).toString().padStart(4, '0')}`;
      const sum = BigInt(euroRates([rate('PLN', text(pln)), rate('SEK', text(sek))], year)(given).replace('.', ''));

      const scaled = given.reduce((soFar, { cents, currency }) => {
        if (currency === 'EUR') return soFar + cents * pln * sek;
        return soFar + cents * 10_000n * (currency === 'PLN' ? sek : pln);
      }, 0n);
      const off = 2n * (sum * pln * sek - scaled);
      expect(off > -pln * sek && off <= pln * sek).toBe(true);
    }),
  );
});

it('takes no rate that cannot be one of the period, and no amount without a rate, and names the currency', () => {
  const refused = (...rates: EuroRateInput[]) => refusal(() => euroRates(rates, year))?.extensions;

  expect(refused(rate('PLN', '0.00'))).toMatchObject({ code: 'INVALID', field: 'rates', value: 'PLN' });
  expect(refused(rate('PLN', '-4.2'))).toMatchObject({ value: 'PLN' });
  expect(refused(rate('PLN', '-0.2'))).toMatchObject({ value: 'PLN' });
  expect(refused(rate('EUR', '1'))).toMatchObject({ value: 'EUR' });
  expect(refused(rate('PLN', '4'), rate('PLN', '4'))).toMatchObject({ value: 'PLN' });
  expect(refused(rate('PLN', '4', '2024-12-31'))).toMatchObject({ value: 'PLN' });
  expect(refused(rate('PLN', '4', '2999-12-31'))).toMatchObject({ value: 'PLN' });
  expect(refused(rate('PLN', '4', '2025-01-01'), rate('CZK', '25', '2026-01-31'))).toBeUndefined();
  expect(refusal(() => euroRates([rate('CZK', '25')], year)([{ cents: 7n, currency: 'PLN' }]))?.message).toBe(
    'There are amounts in PLN in 2025: name its rate in `rates`.',
  );
});

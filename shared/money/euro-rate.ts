import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { Invalid } from '../errors/domain-error.ts';
import type { Period } from '../period/period.ts';
import { CurrencyCode } from '../scalar/currency-code.ts';
import { Decimal } from '../scalar/decimal.ts';
import { today } from '../write/today.ts';

@InputType({ description: 'By which amounts of a currency become euro.' })
export class EuroRateInput {
  @Field(() => CurrencyCode)
  currency: string;

  @Field(() => Decimal, { description: 'How much of the currency one euro is: "4.2735".' })
  perEuro: string;

  @Field(() => GraphQLLocalDate, { description: 'The day from which the rate is.' })
  on: string;
}

interface Amount {
  /** A whole number of cents. */
  readonly cents: bigint;
  readonly currency: string;
}

/** Adds up amounts of any currency in euro: exactly, and rounded to the cent once, halves up. */
export type ToEuro = (amounts: readonly Amount[]) => string;

/** Throws Invalid for rates by which nothing in the period can be counted; later, for a currency that none of them is of. */
export function euroRates(rates: readonly EuroRateInput[], period: Period): ToEuro {
  const perEuro = new Map([['EUR', { units: 1n, scale: 1n }]]);
  for (const { currency, perEuro: text, on } of rates) {
    const facts = { field: 'rates', value: currency };
    if (currency === 'EUR') throw new Invalid('An amount in EUR needs no rate. Leave it out.', facts);
    if (perEuro.has(currency)) throw new Invalid(`There are two rates of ${currency}. Name one.`, facts);
    if (on < period.start || on > today()) {
      throw new Invalid(
        `The rate of ${currency} is from ${on}: name one from ${period.start} on, when ${period.label} began, to today.`,
        facts,
      );
    }
    perEuro.set(currency, positive(text, currency));
  }

  return (amounts) => {
    let [sum, per] = [0n, 1n];
    for (const { cents, currency } of amounts) {
      const rate = perEuro.get(currency);
      if (!rate) {
        throw new Invalid(`There are amounts in ${currency} in ${period.label}: name its rate in \`rates\`.`, {
          field: 'rates',
          value: currency,
        });
      }
      [sum, per] = [sum * rate.units + cents * rate.scale * per, per * rate.units];
    }
    const digits = ((2n * sum + per) / (2n * per)).toString().padStart(3, '0');
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
}

/** A decimal number as a fraction of whole ones. */
function positive(text: string, currency: string): { units: bigint; scale: bigint } {
  const [whole = '', behind = ''] = text.split('.');
  const [units, scale] = [BigInt(whole + behind), 10n ** BigInt(behind.length)];
  if (units > 0n) return { units, scale };
  throw new Invalid(`A euro is more than nothing of ${currency}; got the rate ${text}.`, {
    field: 'rates',
    value: currency,
  });
}

import { GraphQLScalarType } from 'graphql';
import { GraphQLCurrency } from 'graphql-scalars';

/** `Currency` of graphql-scalars under the name that ISO gives it. */
export const CurrencyCode = new GraphQLScalarType({
  ...GraphQLCurrency.toConfig(),
  name: 'CurrencyCode',
  description: 'A currency by its ISO 4217 code: "PLN", "EUR".',
});

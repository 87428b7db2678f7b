import { expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { openingWords } from './opening-words.ts';

const hours = { opensAt: '09:00', closesAt: '15:30:00', validFrom: null, validTo: null };

it.each([
  [['WE', 'MO', 'TU'], 'Mon–Wed 09:00–15:30'],
  [['MO', 'TU', 'FR'], 'Mon, Tue, Fri 09:00–15:30'],
  [['SU'], 'Sun 09:00–15:30'],
] as const)('tells %p as one reads a door', (weekdays, words) => {
  const intl = createIntl({ locale: 'en-GB' });

  expect(openingWords({ weekdays: [...weekdays], ...hours }, intl)).toBe(words);
});

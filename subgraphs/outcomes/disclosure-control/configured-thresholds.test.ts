import { expect, it } from '@jest/globals';
import { parseThresholds } from './configured-thresholds.ts';

const DEFAULTS = { LOCAL: 10, REGIONAL: 10, NATIONAL: 5, EUROPEAN: 5 };

it.each([
  ['', DEFAULTS],
  ['LOCAL=12', { ...DEFAULTS, LOCAL: 12 }],
  [' NATIONAL = 6 , EUROPEAN=7,', { ...DEFAULTS, NATIONAL: 6, EUROPEAN: 7 }],
])('reads "%s"', (text, expected) => {
  expect(parseThresholds(text)).toEqual(expected);
});

it.each([
  ['LOCAL', 'DISCLOSURE_THRESHOLDS has "LOCAL", which sets no threshold of a level.'],
  ['local=12', 'DISCLOSURE_THRESHOLDS has "local=12"'],
  ['LOCAL=ten', 'DISCLOSURE_THRESHOLDS has "LOCAL=ten"'],
  ['LOCAL=10=12', 'DISCLOSURE_THRESHOLDS has "LOCAL=10=12"'],
  ['toString=12', 'DISCLOSURE_THRESHOLDS has "toString=12"'],
  ['LOCAL=10,LOCAL=12', 'sets the threshold of a level twice'],
  ['LOCAL=2', 'at least 3'],
])('refuses "%s", and says why', (text, message) => {
  expect(() => parseThresholds(text)).toThrow(message);
});

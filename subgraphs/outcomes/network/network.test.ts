import { expect, it } from '@jest/globals';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { network } from '../../../test/kit/given-outcomes.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';

const { LOCAL, REGIONAL, NATIONAL, EUROPEAN } = TerritoryLevel;

it.each([
  ['PL21', REGIONAL],
  ['PL2', REGIONAL],
  ['PL', NATIONAL],
  ['CH', NATIONAL],
  ['EU', EUROPEAN],
])('accepts a network of %s at that territory’s level and at no other', (territory, level) => {
  for (const claimed of Object.values(TerritoryLevel)) {
    const row = Object.assign(network('Network', territory), { level: claimed });
    expect(refusedField(row)).toBe(claimed === level ? null : 'level');
  }
});

it.each(['PL213', 'PL_1261', 'PL_1261011', 'PL_1261011-D18'])(
  'refuses a network of %s, which is local, at every level',
  (territory) => {
    for (const level of [LOCAL, REGIONAL, NATIONAL, EUROPEAN])
      expect(refusedField(Object.assign(network('Network', territory), { level }))).toBe('level');
  },
);

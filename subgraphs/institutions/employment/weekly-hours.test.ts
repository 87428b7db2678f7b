import { expect, it } from '@jest/globals';
import { refusal } from '../../../test/kit/refusal.ts';
import { assertHours } from './weekly-hours.ts';

it.each(['0.1', '1', '7.5', '20.0', '40', '48', '48.0', '12.50'])('takes %s hours for a part of a week', (hours) => {
  expect(refusal(() => assertHours(hours))).toBeNull();
});

it.each(['0', '0.0', '48.1', '49', '100', '-1', '7.55', '7,5', '', 'full'])('refuses %j hours', (hours) => {
  expect(refusal(() => assertHours(hours))?.extensions).toMatchObject({ code: 'INVALID', field: 'weeklyHours' });
});

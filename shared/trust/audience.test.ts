import { expect, it } from '@jest/globals';
import { adviserOf, dataSubject, someone } from '../../test/kit/caller.ts';
import { audienceOf } from './caller.ts';

it('hides from one person what was answered to another, though both have the same rights', () => {
  const [one, other] = [dataSubject({ id: 'Beneficiary_1' }), dataSubject({ id: 'Beneficiary_2' })];
  const adviser = adviserOf({ organisationId: 'o' });

  expect(audienceOf(one)).not.toBe(audienceOf(other));
  expect(audienceOf(adviser)).not.toBe(audienceOf({ ...adviser, subject: 'a colleague' }));
  expect(audienceOf(someone({ subject: 'a' }))).toBe(audienceOf(someone({ subject: 'b' })));
});

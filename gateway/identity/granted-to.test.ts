import { expect, it } from '@jest/globals';
import { ANONYMOUS, audienceOf } from '../../shared/trust/caller.ts';
import { someone } from '../../test/kit/caller.ts';
import { grantedTo } from './granted-to.ts';

it('denies all to who has no token, and gives others their scopes and their purpose as one', () => {
  const adviser = someone({ scopes: ['people:read'], purpose: 'CASE_WORK' });

  expect(grantedTo({ caller: ANONYMOUS })).toBeNull();
  expect(grantedTo({ caller: someone() })).toEqual(new Set());
  expect(grantedTo({ caller: adviser })).toEqual(new Set(['people:read', 'purpose:CASE_WORK']));
});

it('hides from who has no token what was kept for somebody with one, although neither has a scope', () => {
  expect(audienceOf(ANONYMOUS)).not.toBe(audienceOf(someone()));
});

import { expect, it } from '@jest/globals';
import { ANONYMOUS, OPERATOR } from '../../shared/trust/caller.ts';
import { identify } from './identify.ts';

it('knows the operator by the token, and takes whoever sends none for nobody in particular', () => {
  expect(identify('Bearer secret', 'secret')).toEqual(OPERATOR);
  expect(identify(undefined, 'secret')).toEqual(ANONYMOUS);
});

it.each(['Bearer other', 'Bearer secret2', 'Bearer ', 'Basic secret', 'secret', ''])('denies %j', (header) => {
  expect(identify(header, 'secret')).toBeNull();
});

it('denies every token where the gateway has no operator', () => {
  expect(identify('Bearer undefined', undefined)).toBeNull();
  expect(identify('Bearer ', '')).toBeNull();
});

import { expect, it } from '@jest/globals';
import { operationName } from './operation-name.ts';
import { requestLog } from './request-log.ts';

it('has lines of failed requests where nobody chooses, and refuses what it does not know', () => {
  expect([{}, { LOG_REQUESTS: '' }, { LOG_REQUESTS: 'all' }, { LOG_REQUESTS: 'none' }].map(requestLog)).toEqual([
    ...['failed', 'failed', 'all', 'none'],
  ]);
  expect(() => requestLog({ LOG_REQUESTS: 'some' })).toThrow('LOG_REQUESTS=some is none of failed, all, none.');
});

it.each([
  ['query Heavy { weight }', 'Heavy'],
  ['mutation Grow($by: Int) { grow(by: $by) }', 'Grow'],
  ['subscription Told @live { told }', 'Told'],
  ['Heavy', 'Heavy'],
  ['{ person(name: "query Kowalska {") { id } }', undefined],
  ['query { person(name: "Kowalska") { id } }', undefined],
  ['query ($a: Int) { a }', undefined],
  ['# query Kowalska { a }', undefined],
  ['fragment A on B { c } query D { ...A }', undefined],
])('hides the text of an operation, and tells its name: %s', (text, name) => {
  expect(operationName(text)).toBe(name);
});

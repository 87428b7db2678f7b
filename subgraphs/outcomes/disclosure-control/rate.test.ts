import { expect, it } from '@jest/globals';
import { publishedRate } from './rate.ts';

const told = (value: number) => ({ value, flag: null });
const hidden = { value: null, flag: 'c' } as const;
const rate = (some: number, all: number) =>
  publishedRate({ some: told(some), others: told(all - some), all: told(all) }, 10);

it('gives a rate in whole per cent of published counts', () => {
  expect(rate(20, 60)).toBe(33);
  expect(rate(40, 60)).toBe(67);
});

it('gives none where any of its parts or their complement is hidden', () => {
  const parts = { some: told(20), others: told(40), all: told(60) };

  expect(publishedRate(parts, 10)).toBe(33);
  expect(publishedRate({ ...parts, some: hidden }, 10)).toBeNull();
  expect(publishedRate({ ...parts, others: hidden }, 10)).toBeNull();
  expect(publishedRate({ ...parts, all: hidden }, 10)).toBeNull();
  expect(publishedRate({ ...parts, all: told(70) }, 10)).toBeNull();
});

it('gives none of fewer people than twice the threshold', () => {
  expect([rate(10, 19), rate(10, 20)]).toEqual([null, 50]);
});

it('gives none where the smaller part is small, so that a rate and its whole do not tell it', () => {
  expect([rate(9, 60), rate(51, 60), rate(10, 60), rate(50, 60)]).toEqual([null, null, 17, 83]);
});

it('says that nobody or everybody is in it only of three times the threshold', () => {
  expect([rate(0, 29), rate(29, 29), rate(0, 30), rate(30, 30)]).toEqual([null, null, 0, 100]);
});

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TakenOnce } from './taken-once.ts';

it('denies what it took before, as long as it could be good', () => {
  const taken = new TakenOnce(40_000);

  expect(taken.take('a', 0)).toBe(true);
  expect(taken.take('b', 1)).toBe(true);
  expect(taken.take('a', 39_999)).toBe(false);
  expect(taken.take('a', 40_000)).toBe(true);
  expect(taken.take('b', 40_000)).toBe(false);
});

it('denies what is new while it is full, and forgets nothing to make room', () => {
  const taken = new TakenOnce(100, 2);
  taken.take('a', 0);
  taken.take('b', 10);

  expect(taken.take('c', 20)).toBe(false);
  expect([taken.take('a', 99), taken.take('b', 99)]).toEqual([false, false]);
  expect(taken.take('c', 100)).toBe(true);
});

it('denies every repetition among any requests at any times', () => {
  const arrivals = fc.array(fc.record({ id: fc.integer({ min: 0, max: 9 }), after: fc.integer({ min: 0, max: 60 }) }));

  fc.assert(
    fc.property(arrivals, (all) => {
      const taken = new TakenOnce(100, 6);
      const took: { id: number; at: number }[] = [];
      let now = 0;
      for (const { id, after } of all) {
        now += after;
        const good = took.filter(({ at }) => now - at < 100);
        const expected = good.length < 6 && !good.some((one) => one.id === id);
        expect(taken.take(String(id), now)).toBe(expected);
        if (expected) took.push({ id, at: now });
      }
    }),
  );
});

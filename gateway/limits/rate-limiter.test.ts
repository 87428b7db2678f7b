import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANONYMOUS, OPERATOR } from '../../shared/trust/caller.ts';
import { someone } from '../../test/kit/caller.ts';
import { networkOf, payerOf } from './payer.ts';
import { RateLimiter } from './rate-limiter.ts';

let now = 0;
const limiter = (callers = 10, perSecond = 10, burst = 100) =>
  new RateLimiter({ perSecond, burst, callers }, () => now);

it('denies what is one more than is left, says when there is as much, and takes nothing', () => {
  const limits = limiter();

  expect(limits.take('a', 100)).toBe(0);
  expect(limits.take('a', 1)).toBeCloseTo(0.1);
  now += 100;
  expect(limits.take('a', 1)).toBe(0);
  expect(limits.take('b', 100)).toBe(0);
});

it('lets nobody spend more than the burst and what has been filled, however they ask', () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 4_000 }), cost: fc.integer({ min: 1, max: 120 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const limits = limiter();
      const began = now;
      let spent = 0;
      for (const { wait, cost } of steps) {
        now += wait;
        if (limits.take('a', cost) === 0) spent += Math.min(cost, 100);
        expect(spent).toBeLessThanOrEqual(100 + ((now - began) / 1000) * 10 + 1e-6);
      }
    }),
  );
});

it('lets somebody ask for more than a whole bucket holds, when it is full', () => {
  const limits = limiter();

  expect(limits.take('a', 1_000)).toBe(0);
  expect(limits.take('a', 1_000)).toBeCloseTo(10);
});

it('survives a flood of new callers: none is freed by it, known ones keep their share, and memory is bounded', () => {
  const limits = limiter();
  limits.take('spent', 100);
  limits.take('known', 1);
  for (let i = 0; i < 1_000; i++) limits.take(`new ${i}`, 10);

  expect(limits.size).toBe(10);
  expect(limits.take('spent', 50)).toBeGreaterThan(0);
  expect(limits.take('known', 50)).toBe(0);
  expect(limits.take('yet another', 50)).toBeGreaterThan(0);
});

it('forgets whoever has a full bucket again, and takes in others', () => {
  const limits = limiter(1);
  limits.take('a', 100);
  now += 9_000;
  limits.take('b', 100);
  expect(limits.take('a', 90)).toBe(0);
  now += 10_001;

  expect([limits.take('c', 100), limits.take('d', 100)]).toEqual([0, 0]); // each from another bucket
  expect([limits.size, limits.take('c', 1)]).toEqual([1, expect.closeTo(0.1)]);
});

it('limits nobody where there is no rate', () => {
  expect(limiter(1, 0).take('a', 1e9)).toBe(0);
});

it('makes somebody with a token pay wherever they ask from, the operator nothing, and everybody else by their network', () => {
  const anna = someone({ subject: 'anna', organisationId: 'o', client: 'desk' });

  expect(payerOf({ caller: anna, address: '10.0.0.1' })).toBe(payerOf({ caller: anna, address: '10.0.0.2' }));
  expect(payerOf({ caller: anna })).not.toBe(payerOf({ caller: { ...anna, client: 'other' } }));
  expect(payerOf({ caller: anna })).not.toBe(payerOf({ caller: { ...anna, subject: 'o' } }));
  expect(payerOf({ caller: OPERATOR, address: '10.0.0.1' })).toBeNull();
  expect(payerOf({ caller: ANONYMOUS, address: '10.0.0.1' })).toBe('10.0.0.1');
});

it.each([
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['2001:0db8:1::9', '2001:db8:1:0::/64'],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::10.1.2.3', '64:ff9b:0:0::/64'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

import { expect, it } from '@jest/globals';
import { isLoopback } from './loopback.ts';

it.each(['localhost', '127.0.0.1', '127.9.8.7', '::1', '[::1]'])('takes %s for this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});

it.each([
  '',
  '0.0.0.0',
  '127.0.0.1.evil.example',
  '127.evil',
  'localhost.evil',
  '::',
  '::2',
  '10.127.0.1',
  '1270.0.0.1',
])('denies that %j is this machine', (host) => {
  expect(isLoopback(host)).toBe(false);
});

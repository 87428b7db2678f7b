import type { IncomingMessage } from 'node:http';
import { expect, it } from '@jest/globals';
import { addressReader } from './client-address.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

it('believes nobody who says whom they ask for, unless it is told to', () => {
  expect(addressReader([])(from('10.0.0.1', '1.2.3.4'))).toBe('10.0.0.1');
  expect(addressReader(['10.0.0.0/8'])(from('11.0.0.1', '1.2.3.4'))).toBe('11.0.0.1');
});

it.each([
  ['1.2.3.4', '1.2.3.4'],
  ['9.9.9.9, 1.2.3.4', '1.2.3.4'],
  ['1.2.3.4, 10.7.7.7', '1.2.3.4'],
  ['9.9.9.9, 1.2.3.4, 10.7.7.7, 127.0.0.1', '1.2.3.4'],
  ['2001:db8::5', '2001:db8::5'],
  ['anybody', '10.0.0.1'],
  ['10.7.7.7', '10.0.0.1'],
])('takes of %s what the trusted proxies saw themselves', (forwarded, address) => {
  expect(addressReader(['10.0.0.0/8', '127.0.0.1'])(from('10.0.0.1', forwarded))).toBe(address);
});

it('denies a client that writes the header itself another share than its own', () => {
  const addressOf = addressReader(['127.0.0.1']);

  expect(addressOf(from('127.0.0.1', '7.7.7.7, 1.2.3.4'))).toBe(addressOf(from('127.0.0.1', '8.8.8.8, 1.2.3.4')));
});

it.each(['10.0.0', 'proxy.example', '10.0.0.0/33', '10.0.0.0/x'])('does not start with %s for a proxy', (proxy) => {
  expect(() => addressReader([proxy])).toThrow(`TRUSTED_PROXIES has ${proxy}`);
});

import { expect, it } from '@jest/globals';
import { addressProblem, hostsIn } from './subgraph-address.ts';

const HOSTS = hostsIn('cps.example, Other.example');

it.each([
  'http://127.0.0.1:4001/',
  'http://localhost:9/graphql',
  'http://[::1]:1/',
  'https://cps.example/',
  'https://other.example/',
])('takes %s', (address) => expect(addressProblem(address, HOSTS)).toBeNull());

it.each([
  'http://169.254.169.254/latest/meta-data',
  'http://10.0.0.1/',
  'https://evil.example/',
  'https://cps.example.evil.example/',
  'https://cps.example@evil.example/',
  'http://user:secret@127.0.0.1/',
  'http://{context.headers.host}/',
  `http://127.0.0.1/\${x}`,
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'ftp://cps.example/',
  'cps.example',
  '//cps.example/',
  'http://127.0.0.1/#x',
  'http://127.0.0.1.evil.example/',
  'http://[::ffff:10.0.0.1]/',
  '',
])('denies the address %s', (address) => {
  expect(addressProblem(address, HOSTS)).toEqual(expect.any(String));
});

import type { Choices } from '../kit/choices.ts';

const LONG = 'x'.repeat(100_000);
const UUID = '11111111-1111-4111-8111-111111111111';

/** Texts that programs stumble over. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff x',
  '\ufeff',
  '\u202e\u200d\u0301',
  '🧵'.repeat(500),
  '%',
  '_',
  '\\',
  "'",
  '"',
  "' or 1=1 --",
  "'; drop table service; --",
  '$1',
  '{{7*7}}',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-0',
  '1e400',
  '0x10',
  '9'.repeat(400),
  '2026-02-30',
  '0000-00-00',
  '+275760-09-13',
  '2026-01-01T25:61:61Z',
  '99999-Q9',
  '2026-Q5',
  'PL_',
  'PL_1261011',
  'pl21',
  UUID,
  UUID.toUpperCase(),
  UUID.replaceAll('-', ''),
  `{${UUID}}`,
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  `Service_${UUID}`,
  `Service_${UUID} `,
  `service_${UUID}`,
  `Beneficiary_${UUID}`,
  `Order_${UUID}`,
  `Nothing_${UUID}`,
  `__proto___${UUID}`,
  'Service_',
  '_',
  'W10=',
  'eyJhIjoxfQ==',
  Buffer.from('["\u0000",null]').toString('base64url'),
  Buffer.from('[1e999,{"a":[]},"x"]').toString('base64url'),
  Buffer.from(JSON.stringify(['2026-01-01', UUID])).toString('base64url'),
  Buffer.from('['.repeat(5_000)).toString('base64url'),
  LONG,
];

const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  2,
  100,
  101,
  1.5,
  -1e-7,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e21,
  1e308,
];

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const nastyText = (choices: Choices): string => choices.pick(TEXTS);

export const nastyNumber = (choices: Choices): number => choices.pick(NUMBERS);

/** Any JSON, of any type. */
export function nasty(choices: Choices): Json {
  return choices.pick<() => Json>([
    () => nastyText(choices),
    () => nastyText(choices),
    () => nastyNumber(choices),
    () => choices.pick([null, true, false]),
    () => [],
    () => [nasty(choices), nastyText(choices)],
    () => ({}),
    () => ({ [nastyText(choices).slice(0, 50)]: nastyNumber(choices) }),
    () => deep(choices.pick([5, 90, 101, 1_500])),
    () => Array.from({ length: 3_000 }, () => nastyNumber(choices)),
  ])();
}

function deep(levels: number): Json {
  let value: Json = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

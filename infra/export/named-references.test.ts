import { expect, it } from '@jest/globals';
import { toUuid } from '../../shared/register/column.ts';
import { BORN_IN_HUB, namedReferences } from './named-references.ts';

const born = 'b0e1f5e2-7d0c-4c6e-9d3a-0f6f6f1f2a3b';
const theatre = toUuid('norwid', 'theatre');

it('names rows by partner and key, those of the same partner by the key alone, and the others by their uuid', () => {
  const files = namedReferences([
    { partner: 'norwid', register: 'manufactories', csv: 'key,parent\ntheatre,\n' },
    { partner: BORN_IN_HUB, register: 'manufactories', csv: `key,parent\n${born},${theatre}\n` },
    { partner: 'norwid', register: 'services', csv: `key,manufactory\na,${theatre}\nb,${born}\n` },
    { partner: 'krakow', register: 'incentives', csv: `key,manufactory\na,${theatre}\nb,${born}\n` },
  ]);

  expect(files.map(({ csv }) => csv.split('\n').slice(1, -1))).toEqual([
    ['theatre,'],
    [`${born},norwid/theatre`],
    ['a,theatre', `b,${born}`],
    ['a,norwid/theatre', `b,${born}`],
  ]);
});

it('writes references that import reads as the rows that they were', () => {
  const [, file] = namedReferences([
    { partner: BORN_IN_HUB, register: 'manufactories', csv: `key\n${born}\n` },
    { partner: 'krakow', register: 'incentives', csv: `key,manufactory\na,${born}\n` },
  ]);
  const [, cell = ''] = file?.csv.trim().split(',').slice(-2) ?? [];

  expect(toUuid('krakow', cell)).toBe(born);
});

import { expect, it } from '@jest/globals';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);

it('shows people by the year and what is public by the quarter, without a statement', async () => {
  const { datasets } = await read(
    subgraph,
    '{ datasets { code label polish: label(language: PL) frequency indicators { code } } }',
  );

  expect(datasets).toEqual([
    {
      code: 'PEOPLE',
      label: 'People and what their integration took',
      polish: 'Osoby i nakłady na ich integrację',
      frequency: 'ANNUAL',
      indicators: expect.arrayContaining([{ code: 'EECO01' }, { code: 'EECO19' }, { code: 'NH-F2' }]),
    },
    {
      code: 'MANUFACTORIES',
      label: 'Manufactories, their support and their market',
      polish: 'Manufaktury, ich wsparcie i rynek',
      frequency: 'QUARTERLY',
      indicators: expect.arrayContaining([{ code: 'NH-M1' }, { code: 'NH-F2' }, { code: 'NH-S3' }]),
    },
  ]);
  expect(subgraph.sql).toEqual([]);
});

it('finds datasets by their codes, asked out of order and for codes that are none', async () => {
  const { dataset, none } = await read(
    subgraph,
    '{ dataset(code: "PEOPLE") { frequency } none: dataset(code: "people") { frequency } }',
  );

  expect([dataset, none]).toEqual([{ frequency: 'ANNUAL' }, null]);
  expect(await readEntities(subgraph, 'Dataset', ['MANUFACTORIES', 'x', 'PEOPLE'], 'code', 'code')).toEqual([
    { code: 'MANUFACTORIES' },
    null,
    { code: 'PEOPLE' },
  ]);
});

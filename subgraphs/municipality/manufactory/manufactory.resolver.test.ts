import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { readEntities } from '../../../test/kit/ask.ts';
import { incentive, municipalityOf, payment } from '../../../test/kit/given-municipality.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { IncentiveStatus } from '../incentive/incentive.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { municipality } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);
let krakow: Municipality;
beforeEach(() => {
  krakow = municipalityOf('PL_1261011');
});

const id = (uuid: string): string => `Manufactory_${uuid}`;
const costs = async (...uuids: string[]) =>
  (await readEntities(subgraph, 'Manufactory', uuids.map(id), 'publicCost { amount currency }')).map(
    ({ publicCost }) => publicCost,
  );

it('counts as public cost what was paid, not what was awarded, to the cent', async () => {
  const [theatre, pottery] = [v4(), v4()];
  const [grant, relief] = [incentive(krakow, theatre), incentive(krakow, theatre)];
  await subgraph.given(
    krakow,
    grant,
    relief,
    incentive(krakow, theatre, { awarded: '5000.00' }),
    incentive(krakow, pottery),
    ...['0.10', '0.20', '400.00'].map((amount) => payment(grant, amount)),
    payment(relief, '7.05'),
  );

  expect(await costs(pottery, theatre)).toEqual([
    { amount: '0.00', currency: 'PLN' },
    { amount: '407.35', currency: 'PLN' },
  ]);
});

it('counts what was paid on an award before it was revoked', async () => {
  const theatre = v4();
  const revoked = incentive(krakow, theatre, { status: IncentiveStatus.REVOKED });
  await subgraph.given(krakow, revoked, payment(revoked, '10.00'));

  expect(await costs(theatre)).toEqual([{ amount: '10.00', currency: 'PLN' }]);
});

it('knows no public cost without incentives, and none where currencies differ', async () => {
  const [nobody, mixed, euros] = [v4(), v4(), v4()];
  const [zloty, euro] = [incentive(krakow, mixed), incentive(krakow, euros, { currency: 'EUR' })];
  const unpaid = incentive(krakow, mixed, { currency: 'EUR' });
  await subgraph.given(krakow, zloty, unpaid, euro, payment(zloty, '10.00'), payment(euro, '3.00'));

  expect(await costs(mixed, nobody, euros)).toEqual([null, null, { amount: '3.00', currency: 'EUR' }]);
});

it('adds up the largest awards that can be stored', async () => {
  const theatre = v4();
  const awards = [1, 2].map(() => incentive(krakow, theatre, { awarded: '999999999999.99' }));
  await subgraph.given(krakow, ...awards, ...awards.map((award) => payment(award, '999999999999.99')));

  expect(await costs(theatre)).toEqual([{ amount: '1999999999999.98', currency: 'PLN' }]);
});

it('answers for unknown manufactories without incentives, and for what is no manufactory with null', async () => {
  const [theatre, nobody] = [v4(), v4()];
  await subgraph.given(krakow, incentive(krakow, theatre));

  const keys = ['Manufactory_1', id(nobody), `Idea_${theatre}`, id(theatre), 'Manufactory_', theatre, ''];
  const found = await readEntities(
    subgraph,
    'Manufactory',
    keys,
    'id incentives { totalCount nodes { manufactory { id } } } publicCost { amount }',
  );

  expect(found).toEqual([
    { id: 'Manufactory_1', incentives: null, publicCost: null },
    { id: id(nobody), incentives: { totalCount: 0, nodes: [] }, publicCost: null },
    { id: `Idea_${theatre}`, incentives: null, publicCost: null },
    {
      id: id(theatre),
      incentives: { totalCount: 1, nodes: [{ manufactory: { id: id(theatre) } }] },
      publicCost: { amount: '0.00' },
    },
    { id: 'Manufactory_', incentives: null, publicCost: null },
    { id: theatre, incentives: null, publicCost: null },
    { id: '', incentives: null, publicCost: null },
  ]);
});

const everything = `incentives(first: 10) { totalCount nodes { awardedOn paid { amount } municipality { name } } }
  publicCost { amount }`;

it.each([1, 10, 1000])('reads %i manufactories with their incentives in a fixed number of statements', async (many) => {
  const manufactories = Array.from({ length: many }, () => v4());
  const awards = manufactories.flatMap((manufactory, i) =>
    ['2006-03-01', '2006-02-01'].map((awardedOn) => incentive(krakow, manufactory, { awardedOn, awarded: `${i + 1}` })),
  );
  await subgraph.given(krakow, ...awards, ...awards.map((award) => payment(award, award.awarded)));

  const keys = [...manufactories, v4()].map(id).reverse();
  const found = await readEntities(subgraph, 'Manufactory', keys, everything);

  expect(subgraph.sql).toHaveLength(5); // incentives, their count, payments, municipalities, public cost
  expect(found).toHaveLength(many + 1);
  expect(found[0]).toEqual({ incentives: { totalCount: 0, nodes: [] }, publicCost: null });
  for (const [i, one] of found.slice(1).reverse().entries()) {
    const paid = { amount: `${i + 1}.00` };
    expect(one).toEqual({
      incentives: {
        totalCount: 2,
        nodes: ['2006-02-01', '2006-03-01'].map((awardedOn) => ({ awardedOn, paid, municipality: { name: 'Kraków' } })),
      },
      publicCost: { amount: `${2 * (i + 1)}.00` },
    });
  }
});

it('cuts the page of each manufactory by itself, and goes on behind a cursor of one', async () => {
  const [theatre, pottery] = [v4(), v4()];
  const days = Array.from({ length: 12 }, (_, i) => `2006-03-${String(i + 1).padStart(2, '0')}`);
  await subgraph.given(
    krakow,
    ...days.map((awardedOn) => incentive(krakow, theatre, { awardedOn })),
    incentive(krakow, pottery, { awardedOn: '2006-03-31' }),
  );
  const page = (after: string | null) =>
    readEntities(
      subgraph,
      'Manufactory',
      [theatre, pottery].map(id),
      `incentives(first: 10, after: ${JSON.stringify(after)}) {
        totalCount pageInfo { hasNextPage endCursor } nodes { awardedOn } }`,
    );

  const [first, only] = await page(null);
  const [rest] = await page(first?.incentives.pageInfo.endCursor);

  expect(first?.incentives).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: true } });
  expect(first?.incentives.nodes).toEqual(days.slice(0, 10).map((awardedOn) => ({ awardedOn })));
  expect(only?.incentives).toMatchObject({ totalCount: 1, pageInfo: { hasNextPage: false } });
  expect(rest?.incentives).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: false } });
  expect(rest?.incentives.nodes).toEqual(days.slice(10).map((awardedOn) => ({ awardedOn })));
});

import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { incentive, municipalityOf, payment } from '../../../test/kit/given-municipality.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { municipality } from '../subgraph.ts';
import { type Incentive, IncentiveStatus } from './incentive.ts';
import { IncentiveKind } from './incentive-kind.ts';

const subgraph = new SubgraphUnderTest(municipality);
const manufactory = v4();

it('tells of each award what was paid, to the cent, in one statement for all', async () => {
  const krakow = municipalityOf('PL_1261011');
  const [none, half, paid] = ['2006-01-01', '2006-02-01', '2006-03-01'].map((awardedOn) =>
    incentive(krakow, manufactory, { awardedOn, awarded: '99999999999.99' }),
  ) as [Incentive, Incentive, Incentive];
  const parts = [payment(half, '0.10'), payment(half, '0.20'), payment(paid, '99999999999.99')];
  await subgraph.given(krakow, half, paid, none, ...parts);

  const { incentives } = await read(
    subgraph,
    '{ incentives { nodes { awardedOn amount { amount } paid { amount currency } } } }',
  );

  const amount = { amount: '99999999999.99' };
  expect(incentives.nodes).toEqual([
    { awardedOn: '2006-01-01', amount, paid: { amount: '0.00', currency: 'PLN' } },
    { awardedOn: '2006-02-01', amount, paid: { amount: '0.30', currency: 'PLN' } },
    { awardedOn: '2006-03-01', amount, paid: { amount: '99999999999.99', currency: 'PLN' } },
  ]);
  expect(subgraph.sql).toHaveLength(2); // incentives, sums of payments
});

it('does not let payments on one award count for another', async () => {
  const krakow = municipalityOf('PL_1261011');
  const [one, other] = [incentive(krakow, manufactory), incentive(krakow, manufactory)];
  await subgraph.given(krakow, one, other, payment(one, '10.00'), payment(other, '7.00'));

  const found = await readEntities(subgraph, 'Incentive', [other.id, one.id], 'paid { amount }');

  expect(found).toEqual([{ paid: { amount: '7.00' } }, { paid: { amount: '10.00' } }]);
});

it.each([
  ['{}', ['2006-01-01', '2006-02-01', '2006-03-01', '2006-04-01']],
  ['{ kind: RENT_RELIEF }', ['2006-02-01', '2006-04-01']],
  ['{ status: SETTLED }', ['2006-03-01', '2006-04-01']],
  ['{ kind: RENT_RELIEF, status: SETTLED }', ['2006-04-01']],
  ['{ territory: "PL213" }', ['2006-01-01', '2006-03-01', '2006-04-01']],
  ['{ territory: "PL_1203053" }', ['2006-02-01']],
  ['{ territory: "PL213", kind: RENT_RELIEF }', ['2006-04-01']],
  ['{ kind: TAX_RELIEF }', []],
])('lists and counts the awards of the filter %s, the oldest first', async (filter, expected) => {
  const [krakow, trzebinia] = [municipalityOf('PL_1261011'), municipalityOf('PL_1203053')];
  const rent = { kind: IncentiveKind.RENT_RELIEF };
  const settled = { status: IncentiveStatus.SETTLED };
  await subgraph.given(
    krakow,
    trzebinia,
    incentive(krakow, manufactory, { ...rent, ...settled, awardedOn: '2006-04-01' }),
    incentive(trzebinia, manufactory, { ...rent, awardedOn: '2006-02-01' }),
    incentive(krakow, manufactory, { awardedOn: '2006-01-01' }),
    incentive(krakow, manufactory, { ...settled, awardedOn: '2006-03-01' }),
  );

  const { incentives } = await read(subgraph, `{ incentives(filter: ${filter}) { totalCount nodes { awardedOn } } }`);

  expect(incentives.nodes.map(({ awardedOn }: { awardedOn: string }) => awardedOn)).toEqual(expected);
  expect(incentives.totalCount).toBe(expected.length);
});

it('lists the newest award first where that is asked for', async () => {
  const krakow = municipalityOf('PL_1261011');
  const days = ['2006-01-01', '2006-03-01', '2006-02-01'];
  await subgraph.given(krakow, ...days.map((awardedOn) => incentive(krakow, manufactory, { awardedOn })));

  const { incentives } = await read(subgraph, '{ incentives(orderBy: NEWEST_FIRST) { nodes { awardedOn } } }');

  expect(incentives.nodes).toEqual(
    [...days]
      .sort()
      .reverse()
      .map((awardedOn) => ({ awardedOn })),
  );
});

it('refuses an unknown territory with a code, and a kind that there is not', async () => {
  const unknown = await subgraph.ask('{ incentives(filter: { territory: "PL99" }) { nodes { id } } }');
  const loan = await subgraph.ask('{ incentives(filter: { kind: LOAN }) { nodes { id } } }');

  expect(unknown.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'territory', value: 'PL99' });
  expect(loan.errors?.[0]?.message).toContain('LOAN');
});

it('finds awards and who made them, asked out of order and for keys without a row', async () => {
  const [krakow, trzebinia] = [municipalityOf('PL_1261011'), municipalityOf('PL_1203053', 'Trzebinia')];
  const [first, second] = [incentive(krakow, manufactory), incentive(trzebinia, manufactory)];
  await subgraph.given(krakow, trzebinia, first, second);

  const keys = [second.id, `Incentive_${v4()}`, `Municipality_${first.uuid}`, 'Incentive_1', first.id];
  const found = await readEntities(subgraph, 'Incentive', keys, 'id municipality { name } manufactory { id }');

  const to = { id: `Manufactory_${manufactory}` };
  expect(found).toEqual([
    { id: second.id, municipality: { name: 'Trzebinia' }, manufactory: to },
    null,
    null,
    null,
    { id: first.id, municipality: { name: 'Kraków' }, manufactory: to },
  ]);
  expect(subgraph.sql).toHaveLength(2); // incentives, municipalities
});

it.each([`Incentive_${v4()}`, 'Incentive_', '', 'incentive', "Incentive_' or 1=1"])(
  'answers null for the id %j, without an error',
  async (id) => {
    expect(await read(subgraph, 'query ($id: ID!) { incentive(id: $id) { id } }', { id })).toEqual({ incentive: null });
  },
);

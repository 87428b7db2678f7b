import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import {
  AMENDED,
  budgetLine,
  budgetOf,
  DRAFT,
  incentive,
  municipalityOf,
  payment,
  schemeOf,
} from '../../../test/kit/given-municipality.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { IncentiveStatus } from '../incentive/incentive.ts';
import { municipality } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);

it.each([
  ['{}', 'OLDEST_FIRST', [2005, 2006, 2007]],
  ['{}', 'NEWEST_FIRST', [2007, 2006, 2005]],
  ['{ year: 2006 }', 'OLDEST_FIRST', [2006]],
  ['{ status: AMENDED }', 'OLDEST_FIRST', [2006]],
  ['{ territory: "PL213" }', 'OLDEST_FIRST', [2006, 2007]],
  ['{ territory: "PL213", status: DRAFT }', 'OLDEST_FIRST', [2007]],
])('lists and counts the budgets of the filter %s, %s', async (filter, orderBy, expected) => {
  const [krakow, trzebinia] = [municipalityOf('PL_1261011'), municipalityOf('PL_1203053')];
  await subgraph.given(
    krakow,
    trzebinia,
    budgetOf(krakow, 2007, DRAFT),
    budgetOf(trzebinia, 2005),
    budgetOf(krakow, 2006, AMENDED),
  );

  const { budgets } = await read(
    subgraph,
    `{ budgets(filter: ${filter}, orderBy: ${orderBy}) { totalCount nodes { year } } }`,
  );

  expect(budgets).toEqual({ totalCount: expected.length, nodes: expected.map((year) => ({ year })) });
});

it('adds up lines of the largest amounts to the cent, with awards that were revoked and returned', async () => {
  const krakow = municipalityOf('PL_1261011');
  const budget = budgetOf(krakow);
  const [one, other] = [budgetLine(budget, '1', '999999999999.99'), budgetLine(budget, '2', '999999999999.99')];
  const [scheme, second] = [schemeOf(krakow, one), schemeOf(krakow, one)];
  const revoked = incentive(krakow, v4(), {
    schemeId: scheme.uuid,
    awarded: '500000000000.00',
    status: IncentiveStatus.REVOKED,
    returnedAmount: '0.10',
  });
  const live = incentive(krakow, v4(), { schemeId: second.uuid, awarded: '0.02' });
  const ofNoScheme = incentive(krakow, v4(), { awarded: '77.00' });
  const payments = [payment(revoked, '0.10'), payment(revoked, '0.05'), payment(live, '0.01')];
  await subgraph.given(krakow, budget, one, other, scheme, second, revoked, live, ofNoScheme, ...payments);

  const { budgets } = await read(
    subgraph,
    `{ budgets { nodes { amount { amount } awarded { amount } paid { amount } available { amount }
      lines { nodes { amount { amount } awarded { amount } paid { amount } available { amount } } } } } }`,
  );

  const money = (amount: string, awarded: string, paid: string, available: string) => ({
    amount: { amount },
    awarded: { amount: awarded },
    paid: { amount: paid },
    available: { amount: available },
  });
  expect(budgets.nodes).toEqual([
    {
      ...money('1999999999999.98', '0.07', '0.06', '1999999999999.91'),
      lines: {
        nodes: [
          money('999999999999.99', '0.07', '0.06', '999999999999.92'),
          money('999999999999.99', '0.00', '0.00', '999999999999.99'),
        ],
      },
    },
  ]);
});

const everything = `name
  socialPolicies { totalCount }
  budgets(orderBy: NEWEST_FIRST) { totalCount nodes { amount { amount } amendments { totalCount }
    lines { nodes { code available { amount } budget { year } } } } }
  schemes { nodes { title budgetLine { code } incentives { nodes { scheme { title } budgetLine { code }
    payments { nodes { amount { amount } } } } } } }`;

it.each([1, 10, 1000])(
  'reads %i municipalities with all that is theirs in a fixed number of statements',
  async (many) => {
    const all = Array.from({ length: many }, (_, i) => municipalityOf('PL_1261011', `m${i}`));
    const rows = all.map((one) => {
      const budget = budgetOf(one);
      const line = budgetLine(budget, 'L', '1000.00');
      const scheme = schemeOf(one, line);
      const award = incentive(one, v4(), { schemeId: scheme.uuid, awarded: '400.00' });
      return [budget, line, scheme, award, payment(award, '7.00')];
    });
    await subgraph.given(...all, ...rows.flat());

    const found = await readEntities(subgraph, 'Municipality', all.map(({ id }) => id).reverse(), everything);

    // municipalities; their policies, budgets and schemes, and two counts; amendments and their count; lines; the
    // spending of budgets and of lines; budgets and lines by id; incentives; schemes by id; payments; incentives by id
    expect(subgraph.sql).toHaveLength(17);
    expect(found).toHaveLength(many);
    expect(found[0]?.name).toBe(`m${many - 1}`);
    for (const one of found) {
      expect(one).toMatchObject({
        socialPolicies: { totalCount: 0 },
        budgets: {
          totalCount: 1,
          nodes: [
            {
              amount: { amount: '1000.00' },
              amendments: { totalCount: 0 },
              lines: { nodes: [{ code: 'L', available: { amount: '600.00' }, budget: { year: 2006 } }] },
            },
          ],
        },
        schemes: {
          nodes: [
            {
              budgetLine: { code: 'L' },
              incentives: {
                nodes: [{ scheme: { title: 'Grants' }, payments: { nodes: [{ amount: { amount: '7.00' } }] } }],
              },
            },
          ],
        },
      });
    }
  },
);

it('finds lines by budget and by consultation, asked out of order and for keys without a row', async () => {
  const krakow = municipalityOf('PL_1261011');
  const [budget, next] = [budgetOf(krakow), budgetOf(krakow, 2007)];
  const [talk, silence] = [v4(), v4()];
  const lines = [budgetLine(budget, 'b', '1', talk), budgetLine(next, 'a', '1', talk), budgetLine(next, 'c')];
  await subgraph.given(krakow, budget, next, ...lines);
  const codes = async (filter: string) =>
    (await read(subgraph, `{ budgetLines(filter: ${filter}) { nodes { code } } }`)).budgetLines.nodes.map(
      ({ code }: { code: string }) => code,
    );

  const keys = [silence, talk].map((uuid) => `Consultation_${uuid}`);
  const fields = 'budgetLines { totalCount nodes { code } }';
  const found = await readEntities(subgraph, 'Consultation', [...keys, 'Consultation_1'], fields);

  expect(found).toEqual([
    { budgetLines: { totalCount: 0, nodes: [] } },
    { budgetLines: { totalCount: 2, nodes: [{ code: 'a' }, { code: 'b' }] } },
    { budgetLines: null },
  ]);
  expect(await codes('{}')).toEqual(['a', 'b', 'c']);
  expect(await codes(`{ budgetId: "${next.id}" }`)).toEqual(['a', 'c']);
  expect(await codes(`{ consultationId: "Consultation_${talk}" }`)).toEqual(['a', 'b']);
  expect(await codes(`{ consultationId: "Consultation_${talk}", budgetId: "${budget.id}" }`)).toEqual(['b']);
});

it('finds each public type by its id and by its key, and none by an id of another type', async () => {
  const krakow = municipalityOf('PL_1261011');
  const budget = budgetOf(krakow);
  const line = budgetLine(budget, '1');
  const scheme = schemeOf(krakow, line);
  await subgraph.given(krakow, budget, line, scheme);

  for (const row of [budget, line, scheme]) {
    const type = row.constructor.name;
    const field = `${type[0]?.toLowerCase()}${type.slice(1)}`;
    const one = `query ($id: ID!) { ${field}(id: $id) { id } }`;
    expect(await read(subgraph, one, { id: row.id })).toEqual({ [field]: { id: row.id } });
    expect(await read(subgraph, one, { id: krakow.id })).toEqual({ [field]: null });
    expect(await readEntities(subgraph, type, [`${type}_${v4()}`, row.id], 'id')).toEqual([null, { id: row.id }]);
  }
});

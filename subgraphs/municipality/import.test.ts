import { expect, it } from '@jest/globals';
import { keyToUuid } from '../../shared/register/key.ts';
import { load, read } from '../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { municipality } from './subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);
const global = (type: string, key: string): string => `${type}_${keyToUuid(key)}`;

const MUNICIPALITIES = ['key,organisation,name,territory,source', 'city,norwid/krakow,Kraków,PL_1261011,invented'];
const POLICIES = [
  'key,municipality,title,resolution_number,adopted_on,valid_from,valid_until,territory,source',
  'policy,city,Work for all,XII/1,2005-11-23,2006-01-01,,PL_1261011,',
];
const BUDGETS = [
  'key,municipality,year,currency,status,adopted_on,amended_on,executed_on,territory,source',
  'b,city,2006,PLN,EXECUTED,2006-01-18,2006-06-01,2006-12-31,PL_1261011,',
];
const LINES = ['key,budget,code,title,amount,consultation,source', 'l,b,853.03,Clauses,1500.5,cps/talk,'];
const SCHEMES = [
  'key,municipality,budget_line,kind,title,status,opens_on,closes_on,opened_on,closed_on,territory,source',
  's,city,l,SOCIAL_CLAUSE,Clauses 2006,CLOSED,2006-02-01,2006-12-15,2006-02-02,2006-12-15,PL_1261011,',
];
const INCENTIVES =
  'key,municipality,scheme,manufactory,parent_institution,kind,status,awarded,currency,awarded_on,ended_on,end_reason,territory,source';
const GRANT =
  'grant,city,s,host/theatre,host/house,SOCIAL_CLAUSE,SETTLED,1250.5,PLN,2006-03-31,2006-12-01,Accepted,PL_1261011-D18,';
const PAYMENTS = [
  'key,incentive,amount,paid_on,source',
  'first,grant,1000,2006-04-01,',
  'second,grant,250.05,2006-05-01,',
];

const loadAll = async (from: readonly [string, string[]][]) => {
  const reports = [];
  for (const [mutation, lines] of from) reports.push(await load(subgraph, mutation, 'krakow', ...lines));
  return reports.map(({ added, problems }) => ({ added, problems }));
};
const BASIS = [
  ['importMunicipalities', MUNICIPALITIES],
  ['importSocialPolicies', POLICIES],
  ['importBudgets', BUDGETS],
  ['importBudgetLines', LINES],
  ['importIncentiveSchemes', SCHEMES],
] as [string, string[]][];
const loadIncentives = (...rows: string[]) => load(subgraph, 'importIncentives', 'krakow', INCENTIVES, ...rows);

it('shows what the registers of a municipality say', async () => {
  await subgraph.given();

  const reports = await loadAll([
    ...BASIS,
    ['importIncentives', [INCENTIVES, GRANT]],
    ['importIncentivePayments', PAYMENTS],
  ]);
  const { incentives, socialPolicies, budgets } = await read(
    subgraph,
    `{ incentives { nodes {
      id kind status amount { amount currency } paid { amount } awardedOn endedOn endReason source version
      territory { code } manufactory { id } parentInstitution { id } scheme { id title kind status openedOn closedOn }
      municipality { id name source organisation { id } territory { code } } } }
    socialPolicies { nodes { title resolutionNumber adoptedOn validFrom validUntil municipality { name } } }
    budgets { nodes { year status adoptedOn amendedOn executedOn amount { amount currency } awarded { amount }
      paid { amount } available { amount } lines { nodes { code title consultation { id } } } } } }`,
  );

  expect(reports).toEqual([1, 1, 1, 1, 1, 1, 2].map((added) => ({ added, problems: [] })));
  expect(incentives.nodes).toEqual([
    {
      id: global('Incentive', 'krakow/grant'),
      kind: 'SOCIAL_CLAUSE',
      status: 'SETTLED',
      amount: { amount: '1250.50', currency: 'PLN' },
      paid: { amount: '1250.05' },
      awardedOn: '2006-03-31',
      endedOn: '2006-12-01',
      endReason: 'Accepted',
      source: null,
      version: 1,
      territory: { code: 'PL_1261011-D18' },
      manufactory: { id: global('Manufactory', 'host/theatre') },
      parentInstitution: { id: global('ParentInstitution', 'host/house') },
      scheme: {
        id: global('IncentiveScheme', 'krakow/s'),
        title: 'Clauses 2006',
        kind: 'SOCIAL_CLAUSE',
        status: 'CLOSED',
        openedOn: '2006-02-02',
        closedOn: '2006-12-15',
      },
      municipality: {
        id: global('Municipality', 'krakow/city'),
        name: 'Kraków',
        source: 'invented',
        organisation: { id: global('Organisation', 'norwid/krakow') },
        territory: { code: 'PL_1261011' },
      },
    },
  ]);
  expect(socialPolicies.nodes).toEqual([
    {
      title: 'Work for all',
      resolutionNumber: 'XII/1',
      adoptedOn: '2005-11-23',
      validFrom: '2006-01-01',
      validUntil: null,
      municipality: { name: 'Kraków' },
    },
  ]);
  expect(budgets.nodes).toEqual([
    {
      year: 2006,
      status: 'EXECUTED',
      adoptedOn: '2006-01-18',
      amendedOn: '2006-06-01',
      executedOn: '2006-12-31',
      amount: { amount: '1500.50', currency: 'PLN' },
      awarded: { amount: '1250.50' },
      paid: { amount: '1250.05' },
      available: { amount: '250.00' },
      lines: {
        nodes: [{ code: '853.03', title: 'Clauses', consultation: { id: global('Consultation', 'cps/talk') } }],
      },
    },
  ]);
});

it('tells others of an imported scheme and award, once', async () => {
  await subgraph.given();
  await loadAll(BASIS);

  await loadIncentives(GRANT);
  await loadIncentives(GRANT);

  const incentive = global('Incentive', 'krakow/grant');
  const scheme = global('IncentiveScheme', 'krakow/s');
  expect(await subgraph.events()).toEqual([
    {
      type: 'hub.incentive-scheme.changed.v1',
      subject: scheme,
      data: { scheme, kind: 'SOCIAL_CLAUSE', status: 'CLOSED', territory: 'PL_1261011' },
    },
    {
      type: 'hub.incentive.awarded.v1',
      subject: incentive,
      data: {
        incentive,
        manufactory: global('Manufactory', 'host/theatre'),
        kind: 'SOCIAL_CLAUSE',
        amount: '1250.50',
        currency: 'PLN',
        awardedOn: '2006-03-31',
      },
    },
  ]);
});

const award = (key: string, amount: string, facts: Record<string, string> = {}): string => {
  const cells = { kind: 'SOCIAL_CLAUSE', status: 'AWARDED', currency: 'PLN', on: '2006-03-31', scheme: 's', ...facts };
  return `${key},city,${cells.scheme},host/theatre,,${cells.kind},${cells.status},${amount},${cells.currency},${cells.on},,,PL_1261011,`;
};

it.each<[string, string[], { line: number; column: string }[]]>([
  ['takes a line beyond what it holds', [award('a', '1500'), award('b', '0.51')], [{ line: 3, column: 'awarded' }]],
  ['is of another kind than its scheme', [award('a', '1', { kind: 'GRANT' })], [{ line: 2, column: 'kind' }]],
  ['is in another currency', [award('a', '1', { currency: 'EUR' })], [{ line: 2, column: 'currency' }]],
  ['is from before its scheme opened', [award('a', '1', { on: '2006-02-01' })], [{ line: 2, column: 'awarded_on' }]],
  ['is from after its scheme closed', [award('a', '1', { on: '2006-12-16' })], [{ line: 2, column: 'awarded_on' }]],
])('refuses a register with an award that %s', async (_, rows, problems) => {
  await subgraph.given();
  await loadAll(BASIS);

  const report = await loadIncentives(...rows);

  expect(report).toMatchObject({ added: 0, problems });
  expect((await read(subgraph, '{ incentives { totalCount } }')).incentives.totalCount).toBe(0);
  expect((await subgraph.events()).map(({ type }) => type)).not.toContain('hub.incentive.awarded.v1');
});

it('takes the awards that fill a line to the cent, those revoked for nothing, and those of no scheme', async () => {
  await subgraph.given();
  await loadAll(BASIS);

  const revoked = award('c', '900', { status: 'REVOKED' });
  const old = award('d', '9999', { scheme: '', kind: 'GRANT', currency: 'EUR', on: '2001-01-01' });
  const report = await loadIncentives(award('a', '1500'), award('b', '0.50'), revoked, old);

  expect(report).toMatchObject({ added: 4, problems: [] });
});

it.each<[string, string, string[], string, string]>([
  ['a line below what is awarded from it', 'importBudgetLines', LINES, '1500.5', '1250.49'],
  ['a budget that was awarded from in another currency', 'importBudgets', BUDGETS, 'PLN', 'EUR'],
  ['a scheme of another kind than it awarded', 'importIncentiveSchemes', SCHEMES, 'SOCIAL_CLAUSE', 'GRANT'],
])('refuses %s', async (_, mutation, lines, from, to) => {
  await subgraph.given();
  await loadAll(BASIS);
  await loadIncentives(GRANT);

  const report = await load(subgraph, mutation, 'krakow', ...lines.map((line) => line.replace(from, to)));

  expect(report).toMatchObject({ changed: 0, problems: [{ line: 2 }] });
});

it('keeps the payments of an award that was revoked since, and takes no new ones', async () => {
  await subgraph.given();
  await loadAll([...BASIS, ['importIncentives', [INCENTIVES, GRANT]], ['importIncentivePayments', PAYMENTS]]);
  await loadIncentives(GRANT.replace('SETTLED', 'REVOKED'));

  const again = await load(subgraph, 'importIncentivePayments', 'krakow', ...PAYMENTS);
  const more = await load(subgraph, 'importIncentivePayments', 'krakow', ...PAYMENTS, 'third,grant,0.01,2006-06-01,');

  expect(again).toMatchObject({ unchanged: 2, problems: [] });
  expect(more).toMatchObject({ added: 0, problems: [{ line: 4, column: 'incentive' }] });
});

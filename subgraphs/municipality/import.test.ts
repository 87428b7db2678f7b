import { expect, it } from '@jest/globals';
import { keyToUuid } from '../../shared/register/key.ts';
import { load, read } from '../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { municipality } from './subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);

it('shows what the registers of a municipality say', async () => {
  await subgraph.given();

  const reports = [
    await load(
      subgraph,
      'importMunicipalities',
      'krakow',
      'key,organisation,name,territory,source',
      'city,norwid/krakow,Kraków,PL_1261011,invented',
    ),
    await load(
      subgraph,
      'importIncentives',
      'krakow',
      'key,municipality,manufactory,kind,status,awarded,currency,awarded_on,territory,source',
      'grant,city,host/theatre,SOCIAL_CLAUSE,SETTLED,1250.5,PLN,2006-03-31,PL_1261011-D18,',
    ),
    await load(
      subgraph,
      'importIncentivePayments',
      'krakow',
      'key,incentive,amount,paid_on,source',
      'first,grant,1000,2006-04-01,',
      'second,grant,250.05,2006-05-01,',
    ),
  ];
  const { incentives } = await read(
    subgraph,
    `{ incentives { nodes {
      id kind status amount { amount currency } paid { amount } awardedOn source version territory { code }
      manufactory { id } municipality { id name source organisation { id } territory { code } } } } }`,
  );

  expect(reports.map(({ added, problems }) => ({ added, problems }))).toEqual([
    { added: 1, problems: [] },
    { added: 1, problems: [] },
    { added: 2, problems: [] },
  ]);
  expect(incentives.nodes).toEqual([
    {
      id: `Incentive_${keyToUuid('krakow/grant')}`,
      kind: 'SOCIAL_CLAUSE',
      status: 'SETTLED',
      amount: { amount: '1250.50', currency: 'PLN' },
      paid: { amount: '1250.05' },
      awardedOn: '2006-03-31',
      source: null,
      version: 1,
      territory: { code: 'PL_1261011-D18' },
      manufactory: { id: `Manufactory_${keyToUuid('host/theatre')}` },
      municipality: {
        id: `Municipality_${keyToUuid('krakow/city')}`,
        name: 'Kraków',
        source: 'invented',
        organisation: { id: `Organisation_${keyToUuid('norwid/krakow')}` },
        territory: { code: 'PL_1261011' },
      },
    },
  ]);
});

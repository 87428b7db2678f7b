import { expect, it } from '@jest/globals';
import { keyToUuid } from '../../shared/register/key.ts';
import { load, read } from '../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { partnership } from './subgraph.ts';

const subgraph = new SubgraphUnderTest(partnership);

it('shows what the registers of a leader say', async () => {
  await subgraph.given();

  const reports = [
    await load(
      subgraph,
      'importOrganisations',
      'norwid',
      'key,name,krs,nip,regon,territory,source',
      'norwid,Ośrodek Kultury,0000012345,,350000000,PL_1261011-D18,public',
    ),
    await load(
      subgraph,
      'importPartnerships',
      'norwid',
      'key,organisation,name,problem,territory,status,since,active_since,until,source',
      'nowa-huta,norwid,Nowa Huta,"Unemployment, and its end",PL_1261011,ENDED,2004-07-01,2004-09-01,2008-03-31,public',
    ),
    await load(
      subgraph,
      'importPartners',
      'norwid',
      'key,partnership,member,sector,role,status,duties,since,until,reason,source',
      'leader,nowa-huta,norwid,PUBLIC,LEADER,RELEASED,Ties the others together,2004-07-01,2008-03-31,The partnership ended.,invented',
    ),
  ];
  const { partnerships } = await read(
    subgraph,
    `{ partnerships { nodes { id name problem status since activeSince until source version territory { code }
      partners { nodes { id sector role status duties since until reason source } }
      leader { organisation { id name source identifiers { scheme value } territory { code } } } } } }`,
  );

  for (const report of reports) expect(report).toMatchObject({ added: 1, problems: [] });
  const period = { since: '2004-07-01', until: '2008-03-31' };
  expect(partnerships.nodes).toEqual([
    {
      ...period,
      id: `Partnership_${keyToUuid('norwid/nowa-huta')}`,
      name: 'Nowa Huta',
      problem: 'Unemployment, and its end',
      status: 'ENDED',
      activeSince: '2004-09-01',
      source: 'public',
      version: 1,
      territory: { code: 'PL_1261011' },
      partners: {
        nodes: [
          {
            ...period,
            id: `Partner_${keyToUuid('norwid/leader')}`,
            sector: 'PUBLIC',
            role: 'LEADER',
            status: 'RELEASED',
            reason: 'The partnership ended.',
            duties: 'Ties the others together',
            source: 'invented',
          },
        ],
      },
      leader: {
        organisation: {
          id: `Organisation_${keyToUuid('norwid/norwid')}`,
          name: 'Ośrodek Kultury',
          source: 'public',
          identifiers: [
            { scheme: 'PL-KRS', value: '0000012345' },
            { scheme: 'PL-REGON', value: '350000000' },
          ],
          territory: { code: 'PL_1261011-D18' },
        },
      },
    },
  ]);
});

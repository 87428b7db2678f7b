import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { REGISTERS } from '../../infra/import/registers.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { keyToUuid } from '../../shared/register/key.ts';
import { importMutation } from '../../shared/register/register.ts';
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

const PARTNERS = 'key,partnership,member,sector,role,status,duties,since,until,reason,source';
const given = async () => {
  await subgraph.given();
  const header = 'key,organisation,name,problem,territory,status,since,active_since,until,source';
  await load(
    subgraph,
    'importPartnerships',
    'norwid',
    header,
    'pin,norwid,PIN,Unemployment,PL_1261011,ACTIVE,2004-07-01,2004-07-01,,',
    'next,iskra,Next,Unemployment,PL_1203053,ACTIVE,2024-03-01,2024-03-01,,',
  );
  await load(
    subgraph,
    'importPartners',
    'norwid',
    PARTNERS,
    'host,pin,host,PUBLIC,PARENT_INSTITUTION,ACCEPTED,Hosts,2004-07-01,,,',
    'media,pin,media,PRIVATE,MEDIA,ACCEPTED,Tells,2004-07-01,,,',
    'other,next,media,PRIVATE,MEDIA,ACCEPTED,Tells,2024-03-01,,,',
  );
};

it('shows agreements, replications and exchanges as their registers say, and finds them unchanged', async () => {
  await given();

  const registers: [string, string, ...string[]][] = [
    [
      'importDataSharingAgreements',
      'key,partnership,purpose,categories,since,until,source',
      'sharing,pin,AUDIT,COUNTS  INCENTIVES,2005-01-01,,invented',
    ],
    ['importAgreementParties', 'key,agreement,partner,source', 'a,sharing,host,', 'b,sharing,media,'],
    [
      'importReplications',
      'key,partnership,territory,status,considered_on,post_industrial,defined_problem,determined_partners,assessed_on,started_partnership,started_on,abandoned_on,reason,source',
      'there,pin,PL_1203053,STARTED,2023-05-10,no,No work,7,2023-11-20,next,2024-03-01,,,invented',
      'nowhere,pin,PL_1818011,ABANDONED,2024-01-01,,,,,,,2024-02-01,Nobody came,invented',
    ],
    [
      'importExchanges',
      'key,partnership,title,foreign_partner,country,topic,since,until,source',
      'steel,pin,Two towns,Verein,DE,Workshops,2006-05-08,2007-06-15,invented',
    ],
  ];
  for (const [mutation, ...lines] of registers) {
    expect(await load(subgraph, mutation, 'norwid', ...lines)).toMatchObject({
      added: lines.length - 1,
      problems: [],
      references: [],
    });
    expect(await load(subgraph, mutation, 'norwid', ...lines)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: lines.length - 1,
    });
  }
  const data = await read(
    subgraph,
    `{ partnership(id: "Partnership_${keyToUuid('norwid/pin')}") {
      agreements { nodes { id purpose categories since until source parties { role } } }
      replications { nodes { id status consideredOn postIndustrial definedProblem determinedPartners assessedOn
        startedPartnership { name } startedOn abandonedOn reason source territory { code } } }
      exchanges { nodes { id title foreignPartner country topic since until source } } } }`,
  );

  expect(data.partnership.agreements.nodes).toEqual([
    {
      id: `DataSharingAgreement_${keyToUuid('norwid/sharing')}`,
      purpose: 'AUDIT',
      categories: ['COUNTS', 'INCENTIVES'],
      since: '2005-01-01',
      until: null,
      source: 'invented',
      parties: expect.arrayContaining([{ role: 'PARENT_INSTITUTION' }, { role: 'MEDIA' }]),
    },
  ]);
  expect(data.partnership.replications.nodes).toEqual([
    {
      id: `Replication_${keyToUuid('norwid/there')}`,
      status: 'STARTED',
      consideredOn: '2023-05-10',
      postIndustrial: false,
      definedProblem: 'No work',
      determinedPartners: 7,
      assessedOn: '2023-11-20',
      startedPartnership: { name: 'Next' },
      startedOn: '2024-03-01',
      abandonedOn: null,
      reason: null,
      source: 'invented',
      territory: { code: 'PL_1203053' },
    },
    expect.objectContaining({
      status: 'ABANDONED',
      postIndustrial: null,
      abandonedOn: '2024-02-01',
      reason: 'Nobody came',
    }),
  ]);
  expect(data.partnership.exchanges.nodes).toEqual([
    {
      id: `Exchange_${keyToUuid('norwid/steel')}`,
      title: 'Two towns',
      foreignPartner: 'Verein',
      country: 'DE',
      topic: 'Workshops',
      since: '2006-05-08',
      until: '2007-06-15',
      source: 'invented',
    },
  ]);
});

it('names the line and the column of what breaks a rule, and stores none of the file', async () => {
  await given();
  const agreements = 'key,partnership,purpose,categories,since,until,source';
  await load(subgraph, 'importDataSharingAgreements', 'norwid', agreements, 'ok,pin,AUDIT,COUNTS,2005-01-01,,');

  const reports = [
    await load(subgraph, 'importDataSharingAgreements', 'norwid', agreements, 'a,pin,AUDIT,NAMES,2005-01-01,,'),
    await load(
      subgraph,
      'importAgreementParties',
      'norwid',
      'key,agreement,partner,source',
      'a,ok,host,',
      'b,ok,other,',
    ),
    await load(subgraph, 'importPartners', 'norwid', PARTNERS, 'x,pin,x,PUBLIC,MEDIA,RELEASED,Tells,2004-07-01,,,'),
  ];

  expect(reports.map(({ added, problems }) => [added, problems[0].line, problems[0].column])).toEqual([
    [0, 2, 'categories'],
    [0, 3, 'partner'],
    [0, 2, 'until'],
  ]);
  expect(reports[0]?.problems[0].reason).toContain('JOURNEY, EMPLOYMENT');
});

it('takes the demo registers of both leaders over, where the second partnership is a replication of the first', async () => {
  await subgraph.given();
  const leaders = ['miedziana-iskra', 'norwid'];
  const rows: Record<string, number> = {};
  for (const register of REGISTERS.slice(0, REGISTERS.indexOf('municipalities'))) {
    for (const leader of leaders) {
      const file = path.join(projectRoot(), 'infra/demo', leader, `${register}.csv`);
      expect(existsSync(file)).toBe(true);
      const { problems, added } = await load(subgraph, importMutation(register), leader, readFileSync(file, 'utf8'));
      expect(problems).toEqual([]);
      rows[register] = (rows[register] ?? 0) + added;
    }
  }

  const source = `{ partnerships { nodes { status leader { status } replicatedFrom { status }
    agreements { nodes { parties { status } } } } } }`;
  const { nodes } = (await read(subgraph, source)).partnerships;
  expect(Object.values(rows).every((added) => added > 0)).toBe(true);
  expect(nodes).toMatchObject([
    { status: 'ENDED', leader: { status: 'RELEASED' }, replicatedFrom: null },
    { status: 'ACTIVE', leader: { status: 'ACCEPTED' }, replicatedFrom: { status: 'ENDED' } },
  ]);
  for (const { parties } of nodes.flatMap((one: typeof nodes) => one.agreements.nodes)) {
    expect(parties.length).toBeGreaterThanOrEqual(2);
  }
});

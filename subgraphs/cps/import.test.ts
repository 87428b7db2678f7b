import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { keyToUuid } from '../../shared/register/key.ts';
import { importMutation } from '../../shared/register/register.ts';
import { load, read } from '../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { cps } from './subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);
const HEADER =
  'key,support_centre,title,need,status,submitted_on,verified_on,rejected_on,rejection_reason,need_assessment,market_assessment,territory,source';
const CENTRES = [
  'key,organisation,name,hosted_by,host_unit,territory,source',
  'cps,norwid/cps,CPS,,,PL_1261011,invented',
];

it('shows what the registers of a centre say', async () => {
  await subgraph.given();

  const centres = await load(subgraph, 'importSupportCentres', 'cps', ...CENTRES);
  const ideas = await load(
    subgraph,
    'importIdeas',
    'cps',
    HEADER,
    'puppets,cps,Puppets,"Children, and Sundays",VERIFIED,2005-05-01,2005-06-01,,,Asked for,Would sell,PL_1261011-D18,invented',
    'tours,cps,Tours,Guests,REJECTED,2005-05-02,,2005-06-02,Nobody would buy it,,,PL_1261011,',
  );
  const data = await read(
    subgraph,
    `{ ideas { nodes {
      id title need status submittedOn verifiedOn rejectionReason source territory { code }
      supportCentre { id name source organisation { id } territory { code } } } } }`,
  );

  expect(centres).toMatchObject({ added: 1, problems: [] });
  expect(ideas).toMatchObject({ added: 2, problems: [], references: [] });
  const supportCentre = {
    id: `SupportCentre_${keyToUuid('cps/cps')}`,
    name: 'CPS',
    source: 'invented',
    organisation: { id: `Organisation_${keyToUuid('norwid/cps')}` },
    territory: { code: 'PL_1261011' },
  };
  expect(data.ideas.nodes).toEqual([
    {
      id: `Idea_${keyToUuid('cps/puppets')}`,
      title: 'Puppets',
      need: 'Children, and Sundays',
      status: 'VERIFIED',
      submittedOn: '2005-05-01',
      verifiedOn: '2005-06-01',
      rejectionReason: null,
      source: 'invented',
      territory: { code: 'PL_1261011-D18' },
      supportCentre,
    },
    {
      id: `Idea_${keyToUuid('cps/tours')}`,
      title: 'Tours',
      need: 'Guests',
      status: 'REJECTED',
      submittedOn: '2005-05-02',
      verifiedOn: null,
      rejectionReason: 'Nobody would buy it',
      source: null,
      territory: { code: 'PL_1261011' },
      supportCentre,
    },
  ]);
});

it('names the line and the column of an idea that breaks a rule', async () => {
  await subgraph.given();
  await load(subgraph, 'importSupportCentres', 'cps', ...CENTRES);

  const { added, problems } = await load(
    subgraph,
    'importIdeas',
    'cps',
    HEADER,
    'puppets,cps,Puppets,Sundays,SUBMITTED,2005-05-01,,,,,,PL_1261011,',
    'tours,cps,Tours,Guests,VERIFIED,2005-05-02,2005-05-01,,,,,PL_1261011,',
  );

  expect(added).toBe(0);
  expect(problems).toEqual([{ line: 3, column: 'verified_on', reason: expect.stringContaining('2005-05-01') }]);
});

it.each(['cps-nowa-huta', 'osrodek-szkolen'])(
  'takes all registers of %s over, and finds them as they were',
  async (partner) => {
    const registers = [
      'support-centres',
      'ideas',
      'trainings',
      'consultations',
      'needs',
      'announcements',
      'legal-form-advice',
    ];
    await subgraph.given();

    for (const register of registers) {
      const csv = readFileSync(`infra/demo/${partner}/${register}.csv`, 'utf8');
      const rows = csv.trim().split('\n').length - 1;
      const report = { problems: [], added: rows, changed: 0, unchanged: 0 };
      expect(await load(subgraph, importMutation(register), partner, csv)).toMatchObject(report);
      const again = { problems: [], added: 0, changed: 0, unchanged: rows };
      expect(await load(subgraph, importMutation(register), partner, csv)).toMatchObject(again);
    }
  },
);

import { beforeEach, expect, it } from '@jest/globals';
import { keyToUuid } from '../../shared/register/key.ts';
import { load, read } from '../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { institutions } from './subgraph.ts';

const subgraph = new SubgraphUnderTest(institutions);
const manufactories = (...lines: string[]) =>
  load(
    subgraph,
    'importManufactories',
    'ogrody',
    'key,parent_institution,idea,name,status,support_phase,protected_from,protected_until,independent_since,retained_since,closed_on,closure_reason,legal_form_code,activity_code,territory,source',
    ...lines,
  );

beforeEach(async () => {
  await subgraph.given();
  await load(
    subgraph,
    'importParentInstitutions',
    'ogrody',
    'key,organisation,territory,source',
    'host,norwid/ogrody,PL_1261011,invented',
  );
});

it('shows what the registers of a parent institution say', async () => {
  const report = await manufactories(
    'theatre,host,cps/puppets,Theatre,INDEPENDENT,FADING,2006-01-01,2006-12-31,2007-02-01,,,,FOUNDATION,S90.20,PL_1261011-D18,invented',
    'tours,host,cps/tours,Tours,CLOSED,ENDED,2006-01-01,2006-12-31,,,2007-03-31,"Winter, and no guests",,O79.12,PL_1261011,',
  );
  const data = await read(
    subgraph,
    `{ parentInstitutions { nodes { id source organisation { id } territory { code }
      manufactories { nodes {
        id name status supportPhase protectedFrom protectedUntil independentSince closedOn closureReason source
        legalForm { label } activity { label } idea { id } territory { code } } } } } }`,
  );

  expect(report).toMatchObject({
    added: 2,
    problems: [],
    references: [{ id: `Idea_${keyToUuid('cps/puppets')}` }, { id: `Idea_${keyToUuid('cps/tours')}` }],
  });
  const period = { protectedFrom: '2006-01-01', protectedUntil: '2006-12-31' };
  expect(data.parentInstitutions.nodes).toEqual([
    {
      id: `ParentInstitution_${keyToUuid('ogrody/host')}`,
      source: 'invented',
      organisation: { id: `Organisation_${keyToUuid('norwid/ogrody')}` },
      territory: { code: 'PL_1261011' },
      manufactories: {
        nodes: [
          {
            ...period,
            id: `Manufactory_${keyToUuid('ogrody/theatre')}`,
            name: 'Theatre',
            status: 'INDEPENDENT',
            supportPhase: 'FADING',
            independentSince: '2007-02-01',
            closedOn: null,
            closureReason: null,
            source: 'invented',
            legalForm: { label: 'Foundation' },
            activity: { label: 'Activities of performing arts' },
            idea: { id: `Idea_${keyToUuid('cps/puppets')}` },
            territory: { code: 'PL_1261011-D18' },
          },
          {
            ...period,
            id: `Manufactory_${keyToUuid('ogrody/tours')}`,
            name: 'Tours',
            status: 'CLOSED',
            supportPhase: 'ENDED',
            independentSince: null,
            closedOn: '2007-03-31',
            closureReason: 'Winter, and no guests',
            source: null,
            legalForm: null,
            activity: { label: 'Tour operator activities' },
            idea: { id: `Idea_${keyToUuid('cps/tours')}` },
            territory: { code: 'PL_1261011' },
          },
        ],
      },
    },
  ]);
});

const theatre = (key: string, idea = 'puppets') =>
  `${key},host,cps/${idea},Theatre ${key},PREPARING,FULL,,,,,,,,S90.20,PL_1261011,`;

it('refuses a second manufactory from one idea, and stores neither', async () => {
  await expect(manufactories(theatre('one'), theatre('two'))).rejects.toThrow('idea_id');

  expect(await read(subgraph, '{ manufactories { totalCount } }')).toEqual({ manufactories: { totalCount: 0 } });
});

it('lets two manufactories change ideas in one file', async () => {
  await manufactories(theatre('one', 'puppets'), theatre('two', 'masks'));

  const report = await manufactories(theatre('one', 'masks'), theatre('two', 'puppets'));

  expect(report).toMatchObject({ changed: 2, problems: [] });
  const data = await read(subgraph, '{ manufactories { nodes { name idea { id } } } }');
  expect(data.manufactories.nodes).toEqual([
    { name: 'Theatre one', idea: { id: `Idea_${keyToUuid('cps/masks')}` } },
    { name: 'Theatre two', idea: { id: `Idea_${keyToUuid('cps/puppets')}` } },
  ]);
});

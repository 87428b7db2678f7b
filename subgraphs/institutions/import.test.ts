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
    'key,parent_institution,department,idea,name,status,support_phase,protected_from,protected_until,extension_reason,independent_since,retained_since,closed_on,closure_reason,legal_form_code,identifier_scheme,identifier,became_organisation,activity_code,territory,source',
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
    'other,norwid/szkola,PL_1203053,invented',
  );
  await load(
    subgraph,
    'importDepartments',
    'ogrody',
    'key,parent_institution,name,opened_on,closed_on,source',
    'stage,host,Stage,2005-12-01,,invented',
    'workshop,other,Workshop,2005-11-01,2008-01-31,invented',
  );
});

it('shows what the registers of a parent institution say', async () => {
  const report = await manufactories(
    'theatre,host,stage,cps/puppets,Theatre,INDEPENDENT,FADING,2006-01-01,2006-12-31,,2007-02-01,,,,FOUNDATION,PL-KRS,9999999901,norwid/theatre,S90.20,PL_1261011-D18,invented',
    'tours,host,,cps/tours,Tours,CLOSED,ENDED,2006-01-01,2006-12-31,The first winter was lost,,,2007-03-31,"Winter, and no guests",,,,,O79.12,PL_1261011,',
  );
  const data = await read(
    subgraph,
    `{ parentInstitutions(filter: { territory: "PL_1261011" }) { nodes { id source organisation { id } territory { code }
      manufactories { nodes {
        id name status supportPhase protectedFrom protectedUntil independentSince closedOn closureReason source extensionReason
        protectionExtended department { name openedOn closedOn } legalIdentifier { scheme value } becameOrganisation { id }
        legalForm { label } activity { label } idea { id } territory { code } } } } } }`,
  );

  expect(report).toMatchObject({
    added: 2,
    problems: [],
    references: [
      { id: `Idea_${keyToUuid('cps/puppets')}` },
      { id: `Idea_${keyToUuid('cps/tours')}` },
      { id: `Organisation_${keyToUuid('norwid/theatre')}` },
    ],
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
            extensionReason: null,
            protectionExtended: false,
            department: { name: 'Stage', openedOn: '2005-12-01', closedOn: null },
            legalIdentifier: { scheme: 'PL-KRS', value: '9999999901' },
            becameOrganisation: { id: `Organisation_${keyToUuid('norwid/theatre')}` },
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
            extensionReason: 'The first winter was lost',
            protectionExtended: true,
            department: null,
            legalIdentifier: null,
            becameOrganisation: null,
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
  `${key},host,,cps/${idea},Theatre ${key},PREPARING,FULL,,,,,,,,,,,,S90.20,PL_1261011,`;

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

it('refuses a department that is not here, or of another parent institution', async () => {
  const inDepartment = (department: string) => theatre('one').replace('host,,', `host,${department},`);

  expect((await manufactories(inDepartment('cellar'))).problems).toEqual([
    { line: 2, column: 'department', reason: expect.stringContaining('import that register first') },
  ]);
  expect((await manufactories(inDepartment('workshop'))).problems).toEqual([
    { line: 2, column: 'department', reason: 'is a department of another parent institution' },
  ]);
  expect(await manufactories(inDepartment('stage'))).toMatchObject({ added: 1, problems: [] });
});

it.each([
  ['FOUNDATION,PL-KRS,12', 'identifier'],
  ['FOUNDATION,PL-TAX,9999999901', 'identifier_scheme'],
  ['FOUNDATION,PL-KRS,', 'identifier'],
])('refuses the independence of %s', async (cells, column) => {
  const row = `one,host,,cps/puppets,Theatre,INDEPENDENT,FULL,2006-01-01,2006-12-31,,2007-02-01,,,,${cells},,S90.20,PL_1261011,`;

  expect((await manufactories(row)).problems).toEqual([{ line: 2, column, reason: expect.any(String) }]);
});

it('tells others of a manufactory that a register adds, of each change of its states, and that other facts changed', async () => {
  await manufactories(theatre('one'), theatre('two', 'masks'));
  const id = `Manufactory_${keyToUuid('ogrody/one')}`;
  const [first] = await subgraph.events();
  const protectedRow = theatre('one').replace('PREPARING,FULL,,', 'PROTECTED,FADING,2026-01-01,2026-12-31');
  await manufactories(protectedRow, theatre('two', 'masks'));
  await manufactories(protectedRow.replace('Theatre', 'Playhouse'), theatre('two', 'masks'));

  expect(first).toEqual({
    type: 'hub.manufactory.created.v1',
    subject: id,
    data: {
      manufactory: id,
      idea: `Idea_${keyToUuid('cps/puppets')}`,
      parentInstitution: `ParentInstitution_${keyToUuid('ogrody/host')}`,
      name: 'Theatre one',
      territory: 'PL_1261011',
    },
  });
  expect((await subgraph.events()).slice(2)).toEqual([
    {
      type: 'hub.manufactory.status-changed.v1',
      subject: id,
      data: { manufactory: id, from: 'PREPARING', to: 'PROTECTED', on: '2026-01-01' },
    },
    {
      type: 'hub.manufactory.support-changed.v1',
      subject: id,
      data: { manufactory: id, from: 'FULL', to: 'FADING', on: expect.any(String) },
    },
    { type: 'hub.manufactory.changed.v1', subject: id, data: { manufactory: id } },
  ]);
});

const steps = (...lines: string[]) =>
  load(subgraph, 'importSupportSteps', 'ogrody', 'key,manufactory,starts_on,percent,source', ...lines);

it('lets support fall from step to step, in whatever order and files the steps come', async () => {
  await manufactories(theatre('one').replace('FULL', 'FADING'), theatre('two', 'masks'));

  expect(await steps('b,one,2007-05-01,50,', 'a,one,2007-01-01,75,')).toMatchObject({ added: 2, problems: [] });
  expect((await steps('c,one,2007-09-01,50,')).problems).toEqual([
    { line: 2, column: 'percent', reason: expect.stringContaining('50 % from 2007-09-01') },
  ]);
  expect((await steps('c,one,2007-03-01,40,')).problems).toHaveLength(1);
  expect((await steps('c,one,2007-09-01,100,')).problems).toMatchObject([{ column: 'percent' }]);
  expect((await steps('c,two,2007-09-01,25,')).problems).toMatchObject([{ column: 'manufactory' }]);
  expect(await steps('c,one,2007-09-01,25,')).toMatchObject({ added: 1, problems: [] });
  const data = await read(subgraph, '{ manufactories { nodes { supportSteps { startsOn percent } } } }');
  const one = `Manufactory_${keyToUuid('ogrody/one')}`;
  expect((await subgraph.events()).slice(2).map(({ type, subject }) => [type, subject])).toEqual(
    Array(3).fill(['hub.manufactory.changed.v1', one]),
  );
  expect(data.manufactories.nodes).toEqual([
    {
      supportSteps: [
        { startsOn: '2007-01-01', percent: 75 },
        { startsOn: '2007-05-01', percent: 50 },
        { startsOn: '2007-09-01', percent: 25 },
      ],
    },
    { supportSteps: [] },
  ]);
});

import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read } from '../../../test/kit/ask.ts';
import {
  department,
  INDEPENDENT,
  manufactory,
  PROTECTED,
  parentInstitution,
} from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { told, writeTo } from '../../../test/kit/write-institutions.ts';
import { institutions } from '../subgraph.ts';
import type { Manufactory } from './manufactory.ts';

const subgraph = new SubgraphUnderTest(institutions);
const hostWith = (uuid: string, organisationId: string) => Object.assign(parentInstitution(), { uuid, organisationId });
const [HOST, OTHER, OWNER] = [v4(), v4(), v4()];
const [host, other] = [hostWith(HOST, OWNER), hostWith(OTHER, OWNER)];
const departments = () => [stage, cellar, attic].map((one) => Object.assign(department(host, ''), one));
const [stage, cellar, attic] = [
  department(host, 'Stage'),
  department(other, 'Cellar'),
  department(host, 'Attic', { closedOn: '2006-01-31' }),
];
const ideaId = v4();
const plan = {
  parentInstitutionId: host.id,
  ideaId: `Idea_${ideaId}`,
  name: 'Theatre',
  activityCode: 'S90.20',
  territory: 'PL_1261011-D18',
};
const given = (...rows: Manufactory[]) =>
  subgraph.given(hostWith(HOST, OWNER), hostWith(OTHER, OWNER), ...departments(), ...rows);
const act = (mutation: string, input: Record<string, unknown>, fields?: string) =>
  writeTo(subgraph, mutation, input, fields);

beforeEach(() => given());

it('goes from an idea to independence, tells others of each step, and keeps its history', async () => {
  const { row } = await act('prepareManufactory', { ...plan, on: '2005-11-01' }, 'id version status supportPhase');
  const id = row?.id as string;
  const uuid = id.slice('Manufactory_'.length);
  let version = 1;
  const step = async (mutation: string, input: object) => {
    const { row, refused } = await act(mutation, { id, expectedVersion: version, ...input });
    expect(refused).toBeNull();
    version = row?.version as number;
  };
  await step('placeManufactory', { departmentId: stage.id });
  for (const event of [told.ideaVerified(ideaId), told.incentiveAwarded(uuid), told.legalFormAdvised(uuid)])
    await subgraph.deliver(event);
  await step('protectManufactory', { on: '2006-01-01', reason: 'All is there' });
  await step('extendProtection', { on: '2006-12-01', until: '2007-06-30', reason: 'A hard winter' });
  await step('fadeSupport', { on: '2007-05-01', steps: [{ startsOn: '2007-07-01', percent: 60 }] });
  await step('enterDecision', { on: '2007-07-01' });
  const independence = { legalFormCode: 'FOUNDATION', identifier: { scheme: 'PL-KRS', value: '9999999901' } };
  await step('makeIndependent', { on: '2007-08-01', ...independence });
  await step('endSupport', { on: '2008-01-01' });

  const { manufactory: found } = await read(
    subgraph,
    `query ($id: ID!) { manufactory(id: $id) { status supportPhase protectedFrom protectedUntil protectionExtended
      independentSince legalForm { code } legalIdentifier { scheme value } becameOrganisation { id } version
      territory { code } department { name } parentInstitution { id } supportSteps { startsOn percent }
      history { totalCount nodes { atVersion axis from to on reason } } } }`,
    { id },
  );
  expect(found).toEqual({
    status: 'INDEPENDENT',
    supportPhase: 'ENDED',
    protectedFrom: '2006-01-01',
    protectedUntil: '2007-06-30',
    protectionExtended: true,
    independentSince: '2007-08-01',
    legalForm: { code: 'FOUNDATION' },
    legalIdentifier: { scheme: 'PL-KRS', value: '9999999901' },
    becameOrganisation: null,
    version: 8,
    territory: { code: 'PL_1261011-D18' },
    department: { name: 'Stage' },
    parentInstitution: { id: host.id },
    supportSteps: [{ startsOn: '2007-07-01', percent: 60 }],
    history: {
      totalCount: 7,
      nodes: [
        [1, 'STATUS', null, 'PREPARING', '2005-11-01', null],
        [3, 'STATUS', 'PREPARING', 'PROTECTED', '2006-01-01', 'All is there'],
        [4, 'STATUS', 'PROTECTED', 'PROTECTED', '2006-12-01', 'A hard winter'],
        [5, 'SUPPORT', 'FULL', 'FADING', '2007-05-01', null],
        [6, 'STATUS', 'PROTECTED', 'DECISION', '2007-07-01', null],
        [7, 'STATUS', 'DECISION', 'INDEPENDENT', '2007-08-01', null],
        [8, 'SUPPORT', 'FADING', 'ENDED', '2008-01-01', null],
      ].map(([atVersion, axis, from, to, on, reason]) => ({ atVersion, axis, from, to, on, reason })),
    },
  });
  const [created, ...changes] = await subgraph.events();
  expect(created).toEqual({
    type: 'hub.manufactory.created.v1',
    subject: id,
    data: {
      manufactory: id,
      idea: plan.ideaId,
      parentInstitution: host.id,
      name: 'Theatre',
      territory: 'PL_1261011-D18',
    },
  });
  const changed = (what: string, from: string, to: string, on: string) => ({
    type: `hub.manufactory.${what}-changed.v1`,
    subject: id,
    data: { manufactory: id, from, to, on },
  });
  const other = { type: 'hub.manufactory.changed.v1', subject: id, data: { manufactory: id } };
  expect(changes).toEqual([
    other, // it got a department
    changed('status', 'PREPARING', 'PROTECTED', '2006-01-01'),
    other, // its protection was extended
    changed('support', 'FULL', 'FADING', '2007-05-01'),
    changed('status', 'PROTECTED', 'DECISION', '2007-07-01'),
    changed('status', 'DECISION', 'INDEPENDENT', '2007-08-01'),
    changed('support', 'FADING', 'ENDED', '2008-01-01'),
  ]);
});

it('belongs to the owner of its parent institution, with all that comes of it, and remembers who told the hub', async () => {
  await act('prepareManufactory', { ...plan, departmentId: stage.id });

  const rows = await subgraph.orm.em.fork().execute(
    `select organisation_id, null as by_subject, department_id from manufactory
     union all select organisation_id, by_subject, null from manufactory_transition`,
  );
  expect(rows).toEqual([
    { organisation_id: host.organisationId, by_subject: null, department_id: stage.uuid },
    { organisation_id: host.organisationId, by_subject: 'operator', department_id: null },
  ]);
});

it.each([
  [{ parentInstitutionId: `ParentInstitution_${v4()}` }, { code: 'NOT_FOUND' }],
  [{ parentInstitutionId: stage.id }, { code: 'INVALID', field: 'parentInstitutionId' }],
  [{ ideaId: ideaId }, { code: 'INVALID', field: 'ideaId' }],
  [{ ideaId: `Manufactory_${ideaId}` }, { code: 'INVALID', field: 'ideaId' }],
  [{ departmentId: host.id }, { code: 'INVALID', field: 'departmentId' }],
  [{ departmentId: `Department_${v4()}` }, { code: 'NOT_FOUND' }],
  [{ departmentId: cellar.id }, { code: 'CONFLICT', guard: 'department' }],
  [{ departmentId: attic.id }, { code: 'CONFLICT', guard: 'department' }],
  [{ name: ' ' }, { code: 'INVALID', field: 'name' }],
  [{ activityCode: 'S99' }, { code: 'INVALID', field: 'activityCode' }],
  [{ territory: 'PL_9' }, { code: 'INVALID', field: 'territory' }],
  [{ on: '2999-01-01' }, { code: 'INVALID', field: 'on' }],
])('is not prepared with %j', async (wrong, refused) => {
  expect((await act('prepareManufactory', { ...plan, ...wrong })).refused).toMatchObject(refused);

  expect(await read(subgraph, '{ manufactories { totalCount } }')).toEqual({ manufactories: { totalCount: 0 } });
  expect(await subgraph.events()).toEqual([]);
});

it('comes from an idea that no other manufactory came from', async () => {
  await act('prepareManufactory', plan);

  expect((await act('prepareManufactory', { ...plan, name: 'Puppets' })).refused).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('idea_id'),
  });
});

const deciding = () => manufactory(host, 'Theatre', { ...PROTECTED, status: 'DECISION' as Manufactory['status'] });

it.each([
  ['makeIndependent', { legalFormCode: 'CLUB' }, { code: 'INVALID', field: 'legalFormCode' }],
  ['makeIndependent', { legalFormCode: 'FOUNDATION' }, { code: 'CONFLICT', guard: 'identifier' }],
  [
    'makeIndependent',
    { legalFormCode: 'FOUNDATION', identifier: { scheme: 'PL-KRS', value: '1' } },
    { code: 'INVALID', field: 'identifier' },
  ],
  [
    'makeIndependent',
    { legalFormCode: 'FOUNDATION', becameOrganisationId: host.id },
    { code: 'INVALID', field: 'becameOrganisationId' },
  ],
  ['closeManufactory', { reason: ' ' }, { code: 'INVALID', field: 'reason' }],
  ['retainManufactory', { on: '2999-01-01' }, { code: 'INVALID', field: 'on' }],
  ['fadeSupport', { steps: [] }, { code: 'INVALID', field: 'steps' }],
  ['fadeSupport', { steps: [{ startsOn: '2008-01-01', percent: 100 }] }, { code: 'INVALID' }],
  ['protectManufactory', {}, { code: 'CONFLICT', guard: 'status' }],
  ['placeManufactory', { departmentId: cellar.id }, { code: 'CONFLICT', guard: 'department' }],
])('refuses %s with %j, and stays as it was', async (mutation, input, refused) => {
  const theatre = deciding();
  await given(theatre);

  expect((await act(mutation, { id: theatre.id, expectedVersion: 1, ...input })).refused).toMatchObject(refused);

  const query =
    'query ($id: ID!) { manufactory(id: $id) { status version supportSteps { percent } history { totalCount } } }';
  const { manufactory: found } = await read(subgraph, query, { id: theatre.id });
  expect(found).toEqual({ status: 'DECISION', version: 1, supportSteps: [], history: { totalCount: 0 } });
  expect(await subgraph.events()).toEqual([]);
});

it.each([
  [
    [80, 80],
    ['2008-01-01', '2008-02-01'],
  ],
  [
    [40, 80],
    ['2008-01-01', '2008-02-01'],
  ],
  [
    [80, 40],
    ['2008-02-01', '2008-02-01'],
  ],
  [
    [80, 40],
    ['2008-02-01', '2008-01-01'],
  ],
])('lets support fade by %j only when it falls, and later each time', async (percents, days) => {
  const theatre = deciding();
  await given(theatre);
  const steps = percents.map((percent, i) => ({ percent, startsOn: days[i] }));

  const { refused } = await act('fadeSupport', { id: theatre.id, expectedVersion: 1, steps });

  expect(refused).toMatchObject({ code: 'INVALID', field: 'steps' });
});

it('becomes the organisation that the partnership knows', async () => {
  const theatre = deciding();
  await given(theatre);
  const became = `Organisation_${v4()}`;

  const { row } = await act(
    'makeIndependent',
    { id: theatre.id, expectedVersion: 1, legalFormCode: 'ASSOCIATION', becameOrganisationId: became },
    'becameOrganisation { id } legalIdentifier { value }',
  );

  expect(row).toEqual({ becameOrganisation: { id: became }, legalIdentifier: null });
});

it('lets one of two decide that come at the same time, and tells the other to look again', async () => {
  const theatre = deciding();
  await given(theatre);
  const input = { id: theatre.id, expectedVersion: 1 };

  const answers = await Promise.all([
    act('retainManufactory', input),
    act('closeManufactory', { ...input, reason: 'Too few orders' }),
  ]);

  expect(answers.filter(({ row }) => row)).toHaveLength(1);
  expect(answers.find(({ refused }) => refused)?.refused?.code).toBe('CONFLICT');
  expect(await subgraph.events()).toHaveLength(1);
});

it('lists those whose support is in a phase', async () => {
  await given(
    manufactory(host, 'theatre', INDEPENDENT),
    manufactory(host, 'tours', { supportPhase: 'FADING' as never }),
  );

  const data = await read(
    subgraph,
    '{ manufactories(filter: { supportPhase: FADING }) { totalCount nodes { name } } }',
  );

  expect(data.manufactories).toEqual({ totalCount: 1, nodes: [{ name: 'tours' }] });
});

import { beforeEach, expect, it, jest } from '@jest/globals';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { adviserOf, someone } from '../../test/kit/caller.ts';
import { personWithKey, supportCentre } from '../../test/kit/given-cps.ts';
import { ServedSubgraph } from '../../test/kit/served-subgraph.ts';
import type { Caller } from '../trust/caller.ts';

const subgraph = new ServedSubgraph(cps);
const COUNT = `query ($dataset: ID!, $period: String!, $of: ID) {
  cpsFigures(dataset: $dataset, period: $period, organisation: $of) { rows } }`;
let officer: Caller;
let of: string;
beforeEach(async () => {
  const centre = supportCentre('CPS');
  officer = someone({ subject: 'officer-1', organisationId: centre.organisationId, scopes: ['figures:read'] });
  of = `Organisation_${centre.organisationId}`;
  await subgraph.given(centre, ...personWithKey(centre, { referredOn: '2024-01-05' }));
  await subgraph.forgetAccesses();
});

it('detects each raw count of people: who, of which dataset and period, and no figure or person', async () => {
  const twice = `{ first: cpsFigures(dataset: "PEOPLE", period: "2024", organisation: "${of}") { csv rows }
    second: cpsFigures(dataset: "PEOPLE", period: "2025", organisation: "${of}") { __typename } }`;
  const { data } = await subgraph.answer(twice, {}, officer);

  expect(data?.first.rows).toBeGreaterThan(0);
  const { jti, operationHash: operation_hash } = subgraph;
  const asked = { jti, operation_hash, subject: 'officer-1', organisation_id: officer.organisationId };
  const row = { ...asked, type: 'FiguresFile', access: 'READ', pseudonym: null };
  const accesses = await subgraph.accesses();
  expect(accesses).toHaveLength(2);
  expect(accesses).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...row, fields: ['2024', 'PEOPLE'] }),
      expect.objectContaining({ ...row, fields: ['2025', 'PEOPLE'] }),
    ]),
  );
});

it('detects who was refused a count of people, and repeats nothing of what they wrote', async () => {
  const period = 'whatever they like';
  await subgraph.answer(
    COUNT,
    { dataset: 'PEOPLE', period, of },
    adviserOf({ organisationId: officer.organisationId as string }),
  );
  await subgraph.answer(COUNT, { dataset: 'PEOPLE', period: '2025', of: null }, officer);

  expect((await subgraph.accesses()).map(({ type, access, fields }) => [type, access, fields])).toEqual([
    ['FiguresFile', 'DENIED', ['cpsFigures']],
    ['FiguresFile', 'DENIED', ['cpsFigures']],
  ]);
});

it('logs no count of anything else, and none that there is not', async () => {
  const other = await subgraph.answer(COUNT, { dataset: 'MANUFACTORIES', period: '2025-Q1', of }, officer);
  const none = await subgraph.answer(COUNT, { dataset: 'PEOPLE', period: '2025-Q1', of }, officer);

  expect([other.errors, none.errors?.[0]?.extensions?.code]).toEqual([undefined, 'INVALID']);
  expect(await subgraph.accesses()).toEqual([]);
});

it('denies a count of people that cannot be logged', async () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await subgraph.asSuperuser('alter table access_log rename to access_log_away');
  const answer = await subgraph.answer(COUNT, { dataset: 'PEOPLE', period: '2024', of }, officer);
  await subgraph.asSuperuser('alter table access_log_away rename to access_log');
  stderr.mockRestore();

  expect(answer.data).toBeUndefined();
  expect(answer.errors?.[0]?.extensions?.code).toBe('ACCESS_LOG_UNAVAILABLE');
});

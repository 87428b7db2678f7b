import 'reflect-metadata';
import { beforeAll, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type { Purpose } from '../../../shared/trust/purpose.ts';
import type { Scope } from '../../../shared/trust/scopes.ts';
import { seenFor } from '../../../test/kit/seen-for.ts';
import { cps } from '../subgraph.ts';

let schema: GraphQLSchema;
let sdl: string;
beforeAll(async () => {
  ({ schema, sdl } = await cps.build());
});

const seen = (purpose: Purpose | null, ...scopes: Scope[]) => seenFor(schema, { scopes, purpose });
const of = (type: string, ...fields: string[]) => fields.map((field) => `${type}.${field}`);

const LED_TO = ['Query.beneficiary', ...of('Beneficiary', 'hostPseudonym', 'id')];
const FACTS = [
  ...of('Beneficiary', 'birthYear', 'disability', 'employedOn', 'employmentStatus', 'followUpResults', 'followedUpOn'),
  ...of('Beneficiary', 'foreignBackground', 'homeless', 'iscedLevel', 'leavingReason', 'leavingResults', 'leftOn'),
  ...of('Beneficiary', 'minority', 'referredOn', 'resultsOn', 'retainUntil', 'sex', 'status', 'supportCentre'),
  ...of('Beneficiary', 'supportHours', 'territory', 'thirdCountryNational', 'trainingHours', 'version'),
  ...of('SupportHours', 'hours', 'kind'),
];
const CASE = [
  ...of('Beneficiary', 'enrolments', 'plan', 'plans', 'potentialAssessment', 'pseudonymForHosts', 'source'),
  ...of('Beneficiary', 'supportSessions'),
  ...of('Enrolment', 'endedOn', 'enrolledOn', 'hours', 'id', 'source', 'status', 'training', 'version'),
  ...of('IntegrationPlan', 'agreedOn', 'goals', 'id', 'source', 'steps', 'version'),
  ...of('PlanStep', 'dueOn', 'id', 'kind', 'source', 'version'),
  ...of('PotentialAssessment', 'assessedOn', 'id', 'passion', 'source', 'strengths', 'version'),
  ...of('SupportSession', 'heldOn', 'hours', 'id', 'kind', 'source', 'version'),
];
const LOG = ['Beneficiary.accessLog'];
const WRITES = of(
  'Mutation',
  ...['agreePlan', 'assessPotential', 'completeEnrolment', 'enrolBeneficiary', 'recordEmployment', 'recordFollowUp'],
  ...['recordLeaving', 'recordSupportSession', 'referBeneficiary'],
);

it('hides from each purpose what it does not need', () => {
  expect(seen('CASE_WORK', 'people:read')).toEqual([...LED_TO, ...FACTS, ...CASE].sort());
  expect(seen('DATA_SUBJECT', 'people:read')).toEqual([...LED_TO, ...FACTS, ...CASE, ...LOG].sort());
  expect(seen('STATISTICS', 'people:read')).toEqual([...LED_TO, ...FACTS].sort());
  expect(seen('AUDIT', 'people:audit')).toEqual([...LED_TO, ...LOG, 'PersonAccess.subject'].sort());
});

it.each<[Purpose | null, Scope[]]>([
  ['PAYROLL_HOST', ['people:read', 'people:write']],
  ['INCENTIVE_CONTROL', ['people:read']],
  ['AUDIT', ['people:read']],
  [null, ['people:read', 'people:write', 'people:audit', 'hub:write', 'cps:write']],
  ['CASE_WORK', ['hub:write', 'cps:write']],
])('hides all of the people from %s with %j', (purpose, scopes) => {
  expect(seen(purpose, ...scopes)).toEqual([]);
});

it('denies writes but for case work, and erasure but for who may erase', () => {
  const people: Scope[] = ['people:read', 'people:write', 'people:audit'];
  const mutations = (purpose: Purpose | null, ...scopes: Scope[]) =>
    seen(purpose, ...scopes).filter((field) => field.startsWith('Mutation.'));

  expect(mutations('CASE_WORK', ...people)).toEqual([...WRITES].sort());
  expect(mutations('DATA_SUBJECT', ...people)).toEqual([]);
  expect(mutations('STATISTICS', ...people, 'hub:write')).toEqual([]);
  expect(mutations(null, 'people:erase')).toEqual(['Mutation.eraseBeneficiary']);
});

it('hides the pseudonym that joins subgraphs from every client', () => {
  const person = /type Beneficiary [\s\S]*?\n}/.exec(sdl)?.[0];

  expect(person).toMatch(/@key\(fields: "id"\).*{/);
  expect(person).toMatch(/@key\(fields: "hostPseudonym"\).*{/);
  expect(person).toMatch(/hostPseudonym: ID! @inaccessible/);
});

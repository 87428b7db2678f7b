import 'reflect-metadata';
import { beforeAll, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type { Purpose } from '../../../shared/trust/purpose.ts';
import type { Scope } from '../../../shared/trust/scopes.ts';
import { seenFor } from '../../../test/kit/seen-for.ts';
import { institutions } from '../subgraph.ts';

let schema: GraphQLSchema;
let sdl: string;
beforeAll(async () => {
  ({ schema, sdl } = await institutions.build());
});

const seen = (purpose: Purpose | null, ...scopes: Scope[]) => seenFor(schema, { scopes, purpose });
const of = (type: string, ...fields: string[]) => fields.map((field) => `${type}.${field}`);

const EXISTS = of('Employment', 'endsOn', 'id', 'manufactory', 'startsOn', 'version');
const CONTRACT = of('Employment', 'contractType', 'endReason', 'retainUntil', 'source', 'weeklyHours');
const STAFF = of('StaffRole', 'endsOn', 'id', 'manufactory', 'role', 'source', 'startsOn', 'version', 'weeklyHours');
const LOG = ['Beneficiary.hostAccessLog'];
const OF_PERSON = ['Beneficiary.hostPseudonym'];

it('hides from each purpose what it does not need', () => {
  const case_ = [...OF_PERSON, 'Beneficiary.employments', ...EXISTS, ...CONTRACT].sort();
  expect(seen('CASE_WORK', 'people:read')).toEqual(case_);
  expect(seen('DATA_SUBJECT', 'people:read')).toEqual([...case_, ...LOG].sort());
  expect(seen('PAYROLL_HOST', 'people:read')).toEqual(
    ['Query.employment', 'Query.employmentsOf', ...EXISTS, ...CONTRACT, ...STAFF].sort(),
  );
  expect(seen('INCENTIVE_CONTROL', 'people:read')).toEqual(['Query.employment', ...EXISTS].sort());
  expect(seen('STATISTICS', 'people:read')).toEqual(OF_PERSON);
  expect(seen('AUDIT', 'people:audit')).toEqual([...LOG, ...OF_PERSON, 'PersonAccess.subject']);
  expect(seen(null, 'people:read', 'people:write', 'hub:write', 'institutions:write')).toEqual([]);
});

it('denies writes but for who employs and pays', () => {
  const people: Scope[] = ['people:read', 'people:write', 'hub:write'];
  const mutations = (purpose: Purpose) => seen(purpose, ...people).filter((field) => field.startsWith('Mutation.'));

  expect(mutations('PAYROLL_HOST')).toEqual(of('Mutation', 'assignMentor', 'employ', 'endAssignment', 'endEmployment'));
  for (const purpose of ['CASE_WORK', 'DATA_SUBJECT', 'INCENTIVE_CONTROL', 'STATISTICS', 'AUDIT'] as const)
    expect(mutations(purpose)).toEqual([]);
});

it('hides the pseudonym that joins subgraphs from every client', () => {
  expect(sdl).toMatch(/type Beneficiary [^{]*@key\(fields: "hostPseudonym"\)/);
  expect(sdl).toContain('hostPseudonym: ID! @inaccessible');
});

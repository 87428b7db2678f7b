import { expect, it } from '@jest/globals';
import { buildInstitutionsWithPeople, institutions } from './subgraph.ts';

const PEOPLE = /Beneficiary|Employment|StaffRole|pseudonym|employ\b|assignMentor/i;

it('serves nothing of people', async () => {
  expect((await institutions.build()).sdl).not.toMatch(PEOPLE);
});

it('knows people by their pseudonym, which no client sees, and counts or lists them nowhere', async () => {
  const { schema, sdl } = await buildInstitutionsWithPeople();

  expect(sdl).toContain('type Beneficiary @key(fields: "hostPseudonym")');
  expect(sdl).toContain('hostPseudonym: ID! @inaccessible');
  expect(
    Object.keys(schema.getTypeMap()).filter((name) => /(Beneficiary|Employment|StaffRole)Connection/.test(name)),
  ).toEqual([]);
  for (const type of ['Employment', 'StaffRole', 'Beneficiary']) {
    expect(sdl).not.toMatch(new RegExp(`type ${type} implements`));
    expect(sdl).toMatch(new RegExp(`type ${type} `));
  }
  const of = (type: string) => Object.values((schema.getType(type) as unknown as { getFields(): object }).getFields());
  for (const type of ['Query', 'Manufactory', 'ParentInstitution', 'Department'])
    expect(of(type).filter((field) => PEOPLE.test(String(field.type)))).toEqual([]);
});

import { expect, it } from '@jest/globals';
import { buildCpsWithPeople, cps } from './subgraph.ts';

const PERSONAL =
  /Beneficiary|Potential|IntegrationPlan|PlanStep|Enrol|SupportSession|SupportHours|hostPseudonym|Leaving/;

it('serves nothing of a person', async () => {
  const { sdl, schema } = await cps.build();

  expect(sdl).not.toMatch(PERSONAL);
  expect(Object.keys(schema.getTypeMap()).filter((name) => PERSONAL.test(name))).toEqual([]);
  expect(sdl).not.toContain('@inaccessible');
});

it('keeps people out of lists, counts and `node`, and their pseudonym from clients, where it builds them', async () => {
  const { sdl } = await buildCpsWithPeople();
  const person = /type Beneficiary [\s\S]*?\n}/.exec(sdl)?.[0];

  expect(person).toMatch(
    /^type Beneficiary @key\(fields: "(id|hostPseudonym)"\) @key\(fields: "(id|hostPseudonym)"\) {/,
  );
  expect(person).toMatch(/hostPseudonym: ID! @inaccessible/);
  expect(sdl).not.toMatch(/BeneficiaryConnection|beneficiaries/);
  expect(sdl).toContain('"@inaccessible"');
  expect(person).not.toContain('totalCount');
});

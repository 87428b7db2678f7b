import { describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { SCOPES } from '../../shared/trust/scopes.ts';
import { ALL_SUBGRAPHS } from '../kit/all-subgraphs.ts';
import { someone } from '../kit/caller.ts';
import { Choices } from '../kit/choices.ts';
import { randomInput } from '../kit/random-input.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';
import { demoFiles, rowsOf } from '../touches/world.ts';
import { givenAllKinds } from './world.ts';

/** Writes that are open to everybody with a token, and what they add. */
const OPEN: Record<string, string> = {
  answerConsultation: 'consultation_answer',
  requestAdvice: 'advice_request',
  registerOrganisation: 'organisation',
};
const ATTEMPTS = 12;

/** May do all that a token can allow, for an organisation that has nothing to do with any row; does not run the hub. */
const stranger = someone({
  organisationId: v4(),
  scopes: Object.keys(SCOPES).filter((scope) => scope !== 'hub:write'),
});

describe.each(ALL_SUBGRAPHS.map((part) => [part.name, part] as const))('in %s', (name, part) => {
  const subgraph = new SubgraphUnderTest(part);

  /** By table, all that is in it. */
  async function contents(): Promise<Record<string, unknown[]>> {
    const em = subgraph.orm.em.fork();
    const tables = [...subgraph.orm.getMetadata().getAll().values()].filter(({ abstract }) => !abstract);
    const found = await Promise.all(
      tables.map(async ({ tableName }) => [
        tableName,
        await em.execute(`select * from "${tableName}" as t order by t::text`),
      ]),
    );
    return Object.fromEntries(found);
  }

  it('denies a stranger every write that would change or add a row of another organisation, and says why', async () => {
    await givenAllKinds(name, subgraph);
    const choices = Choices.seeded(3);
    const before = await contents();
    const told = new Map<string, Set<unknown>>();

    const mutations = Object.values(subgraph.schema.getMutationType()?.getFields() ?? {});
    for (const mutation of mutations.filter(({ args, name }) => args[0]?.name === 'input' && !(name in OPEN))) {
      const rows = await rowsOf(subgraph);
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const input = randomInput(subgraph.schema, choices, rows, mutation);
        if (!input) continue;
        const query = `mutation ($input: ${mutation.args[0]?.type}) { ${mutation.name}(input: $input) { __typename } }`;
        const { data, errors } = await subgraph.ask(query, { input }, stranger);
        expect([mutation.name, input, data?.[mutation.name] ?? null]).toEqual([mutation.name, input, null]);
        for (const { extensions } of errors?.filter(({ path }) => path) ?? []) {
          told.set(mutation.name, (told.get(mutation.name) ?? new Set()).add(extensions?.code));
        }
      }
    }

    expect(await contents()).toEqual(before);
    const codes = new Set([...told.values()].flatMap((some) => [...some]));
    expect(codes).toContain('FORBIDDEN');
    expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
    expect(codes).not.toContain(undefined);
  }, 300_000);

  it('denies a stranger to import a register, line by line', async () => {
    const before = await contents();
    for (const { partner, mutation, header, lines } of demoFiles(subgraph).filter((_, i) => i % 5 === 0)) {
      const csv = [header, ...lines.slice(0, 2)].join('\n');
      const query = `mutation ($partner: String!, $csv: String!) { report: ${mutation}(partner: $partner, csv: $csv) {
        added changed problems { reason } } }`;
      const { data, errors } = await subgraph.ask(query, { partner, csv }, stranger);
      if (errors?.[0]?.extensions?.code === 'FORBIDDEN') continue; // it is for whoever runs the hub

      expect(data?.report).toMatchObject({ added: 0, changed: 0 });
      expect(data?.report.problems[0].reason).toMatch(/another organisation|not here/);
    }
    expect(await contents()).toEqual(before);
  });
});

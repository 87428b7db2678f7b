import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findFiles } from '../../infra/import/find-files.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { importMutation } from '../../shared/register/register.ts';
import { OPERATOR } from '../../shared/trust/caller.ts';
import { ALL_SUBGRAPHS } from '../kit/all-subgraphs.ts';
import { approval, network, signedOff } from '../kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';
import { declaredBy, expectedRefusal, inWords } from './declared.ts';
import { ask, fieldsOf, type Outcome, onTheWay, type Way, waysOf } from './matrix.ts';
import { requiredBy } from './required.ts';
import { ROLES } from './roles.ts';
import { ServedSubgraph } from './served-subgraph.ts';
import { alongPath, byReference } from './write-query.ts';

const DEMO = findFiles(path.join(projectRoot(), 'infra/demo'));
const [region, submitted] = [network('Region', 'PL21'), signedOff()];

/** Rows of what no register holds. */
const ROWS: Readonly<Record<string, readonly object[]>> = {
  outcomes: [region, submitted, approval(submitted, region)],
};

describe.each(ALL_SUBGRAPHS.map((subgraph) => [subgraph.name, subgraph] as const))('%s', (name, subgraph) => {
  const database = new SubgraphUnderTest(subgraph);
  const declared = declaredBy(name);
  let served: ServedSubgraph;
  let ways: readonly Way[];
  beforeAll(async () => {
    served = await ServedSubgraph.start(subgraph, database);
    ways = waysOf(database.schema);
    await database.given(...(ROWS[name] ?? []));
    const mutations = database.schema.getMutationType()?.getFields() ?? {};
    for (const { register, partner, path: file } of DEMO) {
      const mutation = importMutation(register);
      const csv = JSON.stringify(readFileSync(file, 'utf8'));
      if (mutation in mutations)
        await served.send(`mutation { ${mutation}(partner: "${partner}", csv: ${csv}) { added } }`, OPERATOR);
    }
  }, 60_000);
  afterAll(() => served.stop());

  it('declares for every field who may use it, and says the same in its schema', () => {
    const inSchema = [...requiredBy(database.schema)].map(([field, who]) => [field, alternatives(inWords(who))]);

    expect(Object.fromEntries(inSchema)).toEqual(
      Object.fromEntries([...declared].map(([field, who]) => [field, alternatives(inWords(who))])),
    );
  });

  it.each(Object.entries(ROLES))(
    'denies to %s by name what is not declared for this caller, and nothing else',
    async (_, caller) => {
      const [expected, found]: Record<string, unknown>[] = [{}, {}];
      for (const way of ways) {
        const outcomes = await ask(served.send, way, caller);
        for (const field of fieldsOf(way)) {
          const cell = `${way.type.name}.${field}${way.path ? '' : ' by its key'}`;
          const outcome = outcomes.get(field) ?? null;
          Object.assign(expected ?? {}, { [cell]: expectedOutcome(way, field, caller) });
          Object.assign(found ?? {}, { [cell]: way.path ? outcome : (outcome?.code ?? null) });
        }
      }

      expect(found).toEqual(expected);
    },
    60_000,
  );

  it("denies everything to whoever has not its gateway's word for it, now", async () => {
    for (const way of ways) {
      const fields = fieldsOf(way);
      const query = way.path ? alongPath(way.path, way.type, fields, {}) : byReference(way.type, fields, {});
      for (const { status, text } of await served.sendWithoutTheGateway(query, OPERATOR)) {
        expect([status, JSON.parse(text).data, way.type.name]).toEqual([401, undefined, way.type.name]);
      }
    }
  });

  /** By the first field on the way that is not for the caller; an entity by its key is refused as a whole, perhaps. */
  function expectedOutcome(way: Way, field: string, caller: (typeof ROLES)[string]): Outcome | string {
    for (const coordinate of [...onTheWay(way), `${way.type.name}.${field}`]) {
      const code = expectedRefusal(declared.get(coordinate) ?? null, caller);
      if (code) return way.path ? { code, coordinate } : code;
    }
    return null;
  }
});

const alternatives = (words: string): string[] => words.split(' or ').toSorted();

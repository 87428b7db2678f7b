import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, OPERATOR } from '../../shared/trust/caller.ts';
import { ALL_SUBGRAPHS } from '../kit/all-subgraphs.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';
import { declaredBy, expectedRefusal, inWords } from './declared.ts';
import { ask, fieldsOf, onTheWay, questionOf, type Way, waysOf } from './matrix.ts';
import { KEYS } from './people.ts';
import { requiredBy } from './required.ts';
import { ROLES } from './roles.ts';
import { givenRows } from './rows.ts';
import { ServedSubgraph } from './served-subgraph.ts';

describe.each(ALL_SUBGRAPHS.map((subgraph) => [subgraph.name, subgraph] as const))('%s', (name, subgraph) => {
  const database = new SubgraphUnderTest(subgraph);
  const declared = declaredBy(name);
  let served: ServedSubgraph;
  let ways: readonly Way[];
  beforeAll(async () => {
    served = await ServedSubgraph.start(subgraph, database);
    ways = waysOf(database.schema);
    await givenRows(name, database);
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
      const answers = await Promise.all(ways.map((way) => ask(served.send, way, caller, KEYS[name])));
      const cells = ways.flatMap((way, i) =>
        fieldsOf(way).map((field) => ({
          cell: `${way.type.name}.${field}${way.path ? '' : ' by its key'}`,
          expected: expectedOutcome(way, field, caller),
          found: answers[i]?.get(field) ?? null,
        })),
      );

      expect(cells.map(({ cell, found }) => [cell, found])).toEqual(
        cells.map(({ cell, expected }) => [cell, expected]),
      );
    },
    60_000,
  );

  it("denies everything to whoever has not its gateway's word for it, now", async () => {
    for (const way of ways) {
      const question = questionOf(way, fieldsOf(way), KEYS[name]);
      for (const { status, text } of await served.sendWithoutTheGateway(question, OPERATOR)) {
        expect([status, JSON.parse(text).data, way.type.name]).toEqual([401, undefined, way.type.name]);
      }
    }
  });

  /** By the first field on the way that is not for the caller. An entity may be refused as a whole, by its type's name. */
  function expectedOutcome(way: Way, field: string, caller: Caller): unknown {
    for (const coordinate of [...onTheWay(way), `${way.type.name}.${field}`]) {
      const code = expectedRefusal(declared.get(coordinate) ?? null, caller);
      if (code) return { code, coordinate: way.path ? coordinate : expect.stringMatching(`^${way.type.name}\\b`) };
    }
    return null;
  }
});

const alternatives = (words: string): string[] => words.split(' or ').toSorted();

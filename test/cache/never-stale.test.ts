import { afterEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import { touchedIn } from '../../gateway/cache/touch.ts';
import { CachedGraph } from './cached-graph.ts';
import { manufactorySubgraphs, Rows, uuid } from './manufactories.ts';
import { type Touch, Writes } from './writes.ts';

const BY_ID: Record<string, string[]> = {
  manufactory: [11, 12, 13, 100].map((n) => `Manufactory_${uuid(n)}`),
  incentive: [31, 32, 33, 100, 101].map((n) => `Incentive_${uuid(n)}`),
  scheme: [21, 22].map((n) => `Scheme_${uuid(n)}`),
};

/** A selection of the type's fields, by a source of small numbers. */
function selection(schema: GraphQLSchema, type: GraphQLObjectType, next: () => number, depth: number): string {
  const fields = Object.values(type.getFields()).filter(({ type: of }) => depth > 0 || isLeafType(getNamedType(of)));
  const chosen = fields.filter(() => next() % 3 === 0);
  const texts = (chosen.length > 0 ? chosen : [fields[next() % fields.length]]).flatMap((field) => {
    if (!field) return [];
    const named = getNamedType(field.type);
    const ids = BY_ID[field.name];
    const given = field.args.length > 0 && ids ? `(id: "${ids[next() % ids.length]}")` : '';
    const alias = next() % 4 === 0 ? `${['a', 'id2', 'name2'][next() % 3]}${field.name}: ` : '';
    const inner = isObjectType(named) ? ` ${selection(schema, named, next, depth - 1)}` : '';
    return [`${alias}${field.name}${given}${inner}`];
  });
  return `{ ${texts.length > 0 ? texts.join(' ') : '__typename'} }`;
}

const WRITES: ((writes: Writes, n: number) => Touch)[] = [
  (writes, n) => writes.renameDistrict(1 + (n % 2)),
  (writes, n) => writes.renameManufactory(11 + (n % 3)),
  (writes, n) => writes.moveManufactory(11 + (n % 3)),
  (writes) => writes.addManufactory(),
  (writes, n) => writes.renameScheme(21 + (n % 2)),
  (writes, n) => writes.changeAmount(31 + (n % 3)),
  (writes, n) => writes.giveToAnother(31 + (n % 3)),
  (writes) => writes.addIncentive(),
  (writes, n) => writes.revokeIncentive(31 + (n % 3)),
];

const numbers = fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 });
const documents = fc.array(numbers, { minLength: 1, maxLength: 4 });
const acts = fc.array(fc.record({ write: fc.nat(WRITES.length - 1), n: fc.nat(10) }), { minLength: 1, maxLength: 6 });

let running: CachedGraph | undefined;
afterEach(() => running?.stop());

it('answers after any writes as if there were no cache, and keeps what they did not concern', async () => {
  let hits = 0;
  let asked = 0;
  const property = fc.asyncProperty(documents, acts, fc.boolean(), async (seeds, writing, asksIds) => {
    const rows = new Rows();
    const writes = new Writes(rows);
    const at = new CachedGraph(manufactorySubgraphs(rows), { asksIds });
    running = at;
    await at.start();
    try {
      const query = at.engine.schema.getQueryType() as GraphQLObjectType;
      const asking = seeds.map((seed) => {
        let i = 0;
        return selection(at.engine.schema, query, () => seed[i++ % seed.length] as number, 4);
      });
      for (const document of asking) await at.ask(document);
      for (const { write, n } of writing) {
        const touch = WRITES[write]?.(writes, n);
        if (touch) at.cache.touch(touchedIn(touch.subgraph, touch.data));
        for (const document of asking) {
          const kept = await at.ask(document);
          const fresh = await at.ask(document, {}, { 'cache-control': 'no-store' });
          if (kept.status === 'hit') hits++;
          asked++;
          expect({ document, touch, ...kept, status: null, age: null }).toEqual({
            document,
            touch,
            ...fresh,
            status: null,
            age: null,
          });
        }
      }
    } finally {
      at.stop();
    }
  });
  await fc.assert(property, { numRuns: Number(process.env.CACHE_RUNS ?? 40) });

  expect(hits / asked).toBeGreaterThan(0.15);
}, 60_000);

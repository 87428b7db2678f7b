import { expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { Provenance } from '../../gateway/engine/provenance.ts';
import { CachedGraph } from './cached-graph.ts';
import { manufactorySubgraphs, Rows, uuid } from './manufactories.ts';

const subgraphs = manufactorySubgraphs(new Rows());
const { engine } = new CachedGraph(subgraphs, { asksIds: false });
const asking = new CachedGraph(subgraphs, { asksIds: true });

/** What an answer depends on, with `#11` for the uuid of row 11. */
async function dependenciesOf(source: string, variables: Record<string, unknown> = {}, of = engine): Promise<string[]> {
  const provenance = new Provenance();
  const document = parse(source);
  expect(validate(of.schema, document)).toEqual([]);
  const answer = await of.answer({ source, document, variables, context: {}, provenance });
  expect(typeof answer).toBe('string');
  return [...(provenance.dependencies ?? [])].map((one) => one.replace(/0{8}-0000-4000-8000-0*(\d+)/, '#$1')).sort();
}
const one = `"Manufactory_${uuid(11)}"`;

it('depends on an entity, once for each subgraph that says something of it', async () => {
  expect(await dependenciesOf(`{ manufactory(id: ${one}) { id name } }`)).toEqual(['work:#11']);
  expect(await dependenciesOf(`{ manufactory(id: ${one}) { name publicCost { value } } }`)).toEqual([
    'money:#11',
    'work:#11',
  ]);
});

it('depends on nothing of an entity that is only named', async () => {
  expect(await dependenciesOf(`{ incentive(id: "Incentive_${uuid(31)}") { id manufactory { id } } }`)).toEqual([
    'money:#31',
  ]);
});

it('depends on which there are, and on each', async () => {
  expect(await dependenciesOf('{ manufactories { id name } }')).toEqual([
    'work:#11',
    'work:#12',
    'work:#13',
    'work:Manufactory[]',
  ]);
  expect(await dependenciesOf('{ places { totalCount } }')).toEqual(['work:District[]']);
  expect(await dependenciesOf('{ places { nodes { id title } } }')).toEqual(['work:#1', 'work:#2', 'work:District[]']);
});

it('depends on all there may be where a lookup finds nothing', async () => {
  expect(await dependenciesOf(`{ scheme(id: "Scheme_${uuid(99)}") { name } }`)).toEqual(['money:Scheme[]']);
});

it('depends on all of a type where it does not know which', async () => {
  expect(await dependenciesOf(`{ scheme(id: "Scheme_${uuid(21)}") { name } }`)).toEqual(['money:Scheme*']);
});

it('depends on whatever a subgraph writes where a type is not its own, or a field is of no entity', async () => {
  const incentive = `incentive(id: "Incentive_${uuid(31)}")`;
  expect(await dependenciesOf(`{ ${incentive} { id manufactory { publicCost { value } } } }`)).toEqual([
    'money:#31',
    'money:*',
  ]);
  expect(await dependenciesOf('{ spent }')).toEqual(['money:*']);
  expect(await dependenciesOf('{ busiest { first { id name } } }')).toEqual(['work:#11', 'work:*']);
});

it('knows which entities it tells of where it asks for their ids, which clients do not see', async () => {
  const source = `{ incentive(id: "Incentive_${uuid(31)}") { scheme { ...Named } manufactory { publicCost { value } } } }
    fragment Named on Scheme { name }`;
  const answer = await asking.engine.answer({ source, document: parse(source), context: {} });

  expect(answer).toBe(
    '{"data":{"incentive":{"scheme":{"name":"Scheme 22"},"manufactory":{"publicCost":{"value":31}}}}}',
  );
  expect(await dependenciesOf(source, {}, asking.engine)).toEqual(['money:#11', 'money:#22', 'money:#31']);
});

it('finds the id under whatever name the client gave it', async () => {
  expect(await dependenciesOf(`{ found: scheme(id: "Scheme_${uuid(21)}") { id: name key: id } }`)).toEqual([
    'money:#21',
  ]);
});

it('looks for entities inside of what is none', async () => {
  expect(await dependenciesOf(`{ manufactory(id: ${one}) { id sign { text district { id title } } } }`)).toEqual([
    'work:#11',
    'work:#2',
  ]);
});

it('depends on what a field is worked out from, although nobody asked for that', async () => {
  expect(await dependenciesOf(`{ manufactory(id: ${one}) { plaque } }`)).toEqual(['money:#11', 'work:#11']);
  expect(await dependenciesOf(`{ incentives { id manufactory { plaque } } }`)).toEqual(
    expect.arrayContaining(['money:#11', 'work:#11', 'work:#12']),
  );
});

it('depends on what @skip and @include let in', async () => {
  const source = `query ($all: Boolean!) { manufactory(id: ${one}) { id name publicCost @include(if: $all) { value } } }`;
  expect(await dependenciesOf(source, { all: false })).toEqual(['work:#11']);
  expect(await dependenciesOf(source, { all: true })).toEqual(['money:#11', 'work:#11']);
});

it('depends on nothing where nobody was asked', async () => {
  const provenance = new Provenance();
  const source = '{ __schema { queryType { name } } }';
  await engine.answer({ source, document: parse(source), context: {}, provenance });

  expect([...(provenance.dependencies ?? ['none'])]).toEqual([]);
});

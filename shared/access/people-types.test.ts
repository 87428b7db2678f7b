import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { ALL_SUBGRAPHS } from '../../test/kit/all-subgraphs.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { asksForPeople, isAboutPeople } from './people-types.ts';
import { ownRequirements } from './read-requirements.ts';

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type));

const fieldsOf = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field }));

/** Tables of these say of whom they are. */
const OF_PERSON = ['beneficiaryId', 'hostPseudonym', 'staffPseudonym'];

/** What starts from nothing and asks for one person, or gives what it wrote. */
const ROOTS = ['Query', 'Mutation'];

it('reads all that a type asks, and not the first of its directives alone', () => {
  const schema = buildSchema(
    `type Query { x: Int } type Open @authenticated { x: Int }
    type Person @authenticated @requiresScopes(scopes: [["cps:write"]]) @requiresScopes(scopes: [["people:read"]]) { x: Int }`,
    { assumeValidSDL: true },
  );

  expect(
    objectTypes(schema)
      .filter(isAboutPeople)
      .map(({ name }) => name),
  ).toEqual(['Person']);
});

describe.each(ALL_SUBGRAPHS.map((subgraph) => [subgraph.name, subgraph] as const))('%s', (_name, part) => {
  const subgraph = new SubgraphUnderTest(part);

  it('hides people behind scopes: each of their types, and each field of these, says for whom it is', () => {
    const unguarded = objectTypes(subgraph.schema)
      .filter(isAboutPeople)
      .flatMap(fieldsOf)
      .filter(({ field }) => !ownRequirements(field).some(asksForPeople));

    expect(unguarded.map(({ at }) => at)).toEqual([]);
  });

  it('hides every table that says of whom it is behind such a type, or shows it nowhere', () => {
    const tables = [...subgraph.orm.getMetadata().getAll().values()].filter(
      ({ className, abstract, properties }) =>
        !abstract && (className === 'Beneficiary' || OF_PERSON.some((name) => name in properties)),
    );
    const shown = tables
      .map(({ className }) => subgraph.schema.getType(className))
      .filter((type) => type !== undefined);

    expect(shown.filter((type) => !isAboutPeople(type)).map(({ name }) => name)).toEqual([]);
    expect(tables.length > 0).toBe(part.name === 'cps' || part.name === 'institutions');
  });

  it('hides people from who comes from anything else: only roots lead to them, each for purposes of its own', () => {
    const ways = objectTypes(subgraph.schema)
      .filter((type) => !isAboutPeople(type))
      .flatMap((type) => fieldsOf(type).map((one) => ({ ...one, from: type.name })))
      .filter(({ field }) => isAboutPeople(getNamedType(field.type)));

    expect(ways.filter(({ from }) => !ROOTS.includes(from)).map(({ at }) => at)).toEqual([]);
    expect(ways.filter(({ field }) => ownRequirements(field).length === 0).map(({ at }) => at)).toEqual([]);
  });

  it('hides how many people there are: no list of them has a count, no edge leads on, and none is a Node', () => {
    const people = objectTypes(subgraph.schema).filter(isAboutPeople);

    expect(people.filter((type) => type.getInterfaces().length > 0).map(({ name }) => name)).toEqual([]);
    expect(people.filter((type) => 'totalCount' in type.getFields()).map(({ name }) => name)).toEqual([]);
    const counted = objectTypes(subgraph.schema).filter(
      (type) =>
        'totalCount' in type.getFields() &&
        Object.values(type.getFields()).some((f) => isAboutPeople(getNamedType(f.type))),
    );
    expect(counted.map(({ name }) => name)).toEqual([]);
  });
});

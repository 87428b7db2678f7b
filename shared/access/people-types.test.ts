import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { ALL_SUBGRAPHS } from '../../test/kit/all-subgraphs.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { isAboutPeople, requiredScopes } from './people-types.ts';

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type));

const fieldsOf = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field }));

/** Tables of these say of whom they are. */
const OF_PERSON = ['beneficiaryId', 'hostPseudonym', 'staffPseudonym'];

/** What starts from nothing and asks for one person, or gives what it wrote. */
const ROOTS = ['Query', 'Mutation'];

describe.each(ALL_SUBGRAPHS.map((subgraph) => [subgraph.name, subgraph] as const))('%s', (_name, part) => {
  const subgraph = new SubgraphUnderTest(part);

  it('hides people behind scopes: each of their types, and each field of these, says for whom it is', () => {
    const unguarded = objectTypes(subgraph.schema)
      .filter(isAboutPeople)
      .flatMap(fieldsOf)
      .filter(({ field }) => {
        const scopes = requiredScopes(field);
        return !scopes?.every((all) => all.some((scope) => scope.startsWith('people:')));
      });

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
    expect(ways.filter(({ field }) => !requiredScopes(field)).map(({ at }) => at)).toEqual([]);
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

import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { currentNotes } from './asking.ts';
import { heed, resolverOf } from './heed.ts';
import type { People } from './people.ts';
import { watchCounts } from './watch-counts.ts';

type Arguments = Record<string, unknown>;
type Reference = Arguments & { __typename: string };

/** Has an executable schema note, for the request that is being answered, each object about a person and each refusal of one. */
export function watchPeople(schema: GraphQLSchema, people: People): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const personOf = people.types[type.name];
    if (personOf) watchType(type, personOf as PersonOf);
    else watchEntrances(type, schema, people);
  }
  watchCounts(schema, people);
  const entities = schema.getQueryType()?.getFields()._entities;
  if (entities) watchReferences(entities, people);
}

type PersonOf = (row: unknown) => string;

/** GraphQL asks `isTypeOf` of every object of the type that comes into an answer, however it was reached. */
function watchType(type: GraphQLObjectType, personOf: PersonOf): void {
  const { name, isTypeOf } = type;
  type.isTypeOf = (row, context, info) => {
    currentNotes().read(row, name, personOf(row));
    return isTypeOf?.(row, context, info) ?? true;
  };
  for (const field of Object.values(type.getFields())) {
    const resolve = resolverOf(field);
    field.resolve = (row, args, context, info) => {
      const notes = currentNotes();
      notes.read(row, name, personOf(row)).fields.add(field.name);
      return heed(
        () => resolve(row, args, context, info),
        () => notes.deniedOf(row, name, personOf(row), field.name),
      );
    };
  }
}

/** Fields by which one comes to people, and mutations that name somebody. */
function watchEntrances(type: GraphQLObjectType, schema: GraphQLSchema, people: People): void {
  const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
  for (const field of Object.values(type.getFields())) {
    const result = getNamedType(field.type).name;
    const isOfPeople = Object.hasOwn(people.types, result);
    if (!isOfPeople && type !== schema.getMutationType()) continue;

    const resolve = resolverOf(field);
    field.resolve = (source, args: Arguments, context, info) => {
      const deny = (): void => {
        const person = people.named({ ...args, ...(args.input as object | undefined) });
        if (isOfPeople || person !== null) currentNotes().denied(result, person, field.name);
      };
      return heed(
        () => resolve(source, args, context, info),
        deny,
        (value) => {
          if (isRoot && isOfPeople && isNobody(value)) deny();
        },
      );
    };
  }
}

/** `_entities` gives a list of promises, one for each reference. */
function watchReferences(entities: GraphQLField<unknown, unknown>, people: People): void {
  const resolve = resolverOf(entities);
  entities.resolve = (source, args: Arguments, context, info) => {
    const references = args.representations as Reference[];
    const deny = (reference: Reference): void => {
      if (Object.hasOwn(people.types, reference.__typename))
        currentNotes().denied(reference.__typename, people.named(reference), entities.name);
    };
    const found = heed(
      () => resolve(source, args, context, info),
      () => references.forEach(deny),
    );
    if (!Array.isArray(found)) return found;
    return found.map((one: unknown, i) => {
      const denyThis = (): void => deny(references[i] as Reference);
      return heed(
        () => one,
        denyThis,
        (entity) => {
          if (entity == null) denyThis();
        },
      );
    });
  };
}

/** Nobody, or no row of somebody: to whom one may not see, both are answered alike. */
const isNobody = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0);

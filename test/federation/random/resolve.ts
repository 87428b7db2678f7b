import { GraphQLError, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLTypeResolver } from 'graphql';
import type { Granted } from '../../../gateway/engine/access/requirement.ts';
import { computed, dataOf, type Thing } from './data.ts';
import { fieldsOf } from './known-fields.ts';
import { type FieldModel, type Model, objectOf } from './model.ts';

/** What a request carries: how many mutations it has made, and what its caller may see. */
export interface Counted {
  count: number;
  granted?: Granted;
}

/** A thing as a subgraph knows it in one request. */
export interface KnownThing extends Thing {
  /** What the gateway sent along. */
  sent?: Record<string, unknown>;
  provided?: string[];
}

export type Resolve = GraphQLFieldResolver<KnownThing | undefined, Counted>;

export const typeOf: GraphQLTypeResolver<KnownThing, Counted> = ({ type }) => type;

/** The fields of a model by object and name. */
export function fieldIndex(model: Model): (type: string, name: string) => FieldModel | undefined {
  const index = new Map<string, FieldModel>();
  for (const object of model.objects) {
    for (const field of fieldsOf(model, object)) index.set(`${object.name}.${field.name}`, field);
  }
  for (const { name, fields } of model.abstracts) for (const field of fields) index.set(`${name}.${field.name}`, field);
  return (type, name) => index.get(`${type}.${name}`);
}

/** Resolves any field of the graph as if there were no subgraphs. */
export function resolveWhole(model: Model): Resolve {
  const find = fieldIndex(model);
  return (source, args, context, info) => {
    const thing = source ?? { type: info.parentType.name, key: '' };
    if (info.operation.operation === 'mutation' && !source) context.count++;
    return plain(thing, info.fieldName, context) ?? whole(thing, find(info.parentType.name, info.fieldName), args);
  };

  function whole(thing: Thing, field: FieldModel | undefined, args: Record<string, unknown>): unknown {
    if (!field?.requires) return field && dataOf(model, thing, field, args);
    const result = dataOf(model, thing, field, args);
    if (result === null || result instanceof Error) return result;
    const { requires } = field;
    const required = find(thing.type, requires.field);
    const value = whole(thing, required, { ...defaultsOf(required), ...requires.args });
    return computed(field, thing, select(value, requires.inner));
  }

  function select(value: unknown, inner: string[]): unknown {
    if (Array.isArray(value)) return value.map((item) => select(item, inner));
    if (value === null || !inner.length) return value;
    const thing = value as Thing;
    return Object.fromEntries(inner.map((name) => [name, whole(thing, find(thing.type, name), {})]));
  }
}

/** Resolves the fields that are at home in the subgraph, and fails loudly for any other. */
export function resolvePart(model: Model, subgraph: string): Resolve {
  const find = fieldIndex(model);
  return (source, args, context, info) => {
    const thing: KnownThing = source ?? { type: info.parentType.name, key: '' };
    if (info.operation.operation === 'mutation' && !source) context.count++;
    const known = plain(thing, info.fieldName, context);
    if (known !== undefined) return known;

    const field = find(info.parentType.name, info.fieldName);
    if (!field || !isHere(field, thing, info)) {
      return new GraphQLError(`${info.parentType.name}.${info.fieldName} is not at home in ${subgraph}.`);
    }
    const value = dataOf(model, thing, field, args);
    if (field.requires && value !== null && !(value instanceof Error)) return computedHere(field, thing);
    return field.provides ? providing(value, field.provides) : value;
  };

  function isHere({ homes, name }: FieldModel, thing: KnownThing, { parentType }: GraphQLResolveInfo): boolean {
    const isWhole = homes.length === 0 || objectOf(model, parentType.name)?.kind === 'value';
    return isWhole || homes.includes(subgraph) || thing.provided?.includes(name) === true;
  }

  function computedHere(field: FieldModel, thing: KnownThing): unknown {
    const { field: name, inner } = field.requires!;
    if (thing.sent?.[name] === undefined) return new GraphQLError(`${field.name} was not sent ${name}.`);
    return computed(field, thing, pickSent(thing.sent[name], inner));
  }
}

/** What follows from the key alone. */
function plain({ type, key }: Thing, name: string, { count }: Counted): unknown {
  if (name === 'id') return key;
  if (name === 'code') return type === 'Org' ? `org ${key}` : `code ${key}`;
  if (name === 'org') return { type: 'Org', key };
  if (name === 'size' && type === 'Org') return key.length;
  return name.startsWith('count_') ? count : undefined;
}

function defaultsOf(field: FieldModel | undefined): Record<string, unknown> {
  const given = field?.args.filter(({ defaultValue }) => defaultValue) ?? [];
  return Object.fromEntries(given.map((arg) => [arg.name, JSON.parse(arg.defaultValue!)]));
}

function pickSent(value: unknown, inner: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pickSent(item, inner));
  if (value === null || !inner.length) return value;
  return Object.fromEntries(inner.map((name) => [name, (value as Record<string, unknown>)[name]]));
}

function providing(value: unknown, provided: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => providing(item, provided));
  if (value === null || value instanceof Error) return value;
  return { ...(value as Thing), provided };
}

/** The thing that a representation names; an error where its keys are none, or disagree. */
export function referenced(model: Model, subgraph: string, sent: Record<string, unknown>): KnownThing | GraphQLError {
  const type = String(sent.__typename);
  const org = sent.org as { code?: string } | undefined;
  const found = {
    id: sent.id as string | undefined,
    code: (sent.code as string | undefined)?.replace('code ', ''),
    'org { code }': org?.code?.replace('org ', ''),
    'id code': sent.code ? (sent.id as string | undefined) : undefined,
  };
  const keys = objectOf(model, type)?.keys.get(subgraph) ?? ['id'];
  const named = new Set(Object.values(found).filter((key) => key !== undefined));
  const [key] = named;
  const isNamed = keys.some((name) => found[name as keyof typeof found] !== undefined);
  if (!isNamed || named.size !== 1 || !key) {
    return new GraphQLError(`${subgraph} finds no ${type} by ${JSON.stringify(sent)}.`);
  }
  return { type: objectOf(model, type) ? type : realType(model, type, key, subgraph), key, sent };
}

/** An entity interface stands for its members, or for itself where it is an object. */
function realType(model: Model, type: string, key: string, subgraph: string): string {
  const isAtHome = model.abstracts.some(({ name, home }) => name === type && home === subgraph);
  return isAtHome ? key.replace(/-.*/, '') : type;
}

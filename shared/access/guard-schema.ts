import {
  defaultFieldResolver,
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { type Caller, grantedScopes, isAnonymous } from '../trust/caller.ts';
import { fieldRequirements, ownRequirements } from './read-requirements.ts';
import { type Alternatives, refusalOf } from './requirement.ts';

/** What a context must have, so that a schema can be guarded. */
export interface Asked {
  caller: Caller;
}

type Guard = (context: Asked) => void;

/**
 * Makes a schema refuse what its own directives forbid, before any resolver reads a row. What asks for nothing is left
 * as it is, and costs nothing. Throws for a mutation that does not say who may run it.
 */
export function guardSchema(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) {
      guardFields(type, { isSubscription: type === schema.getSubscriptionType() });
      guardReferences(type);
    } else if (isAbstractType(type)) {
      guardConcreteTypes(schema, type);
    }
  }
  assertMutationsAreGuarded(schema.getMutationType());
}

function guardFields(type: GraphQLObjectType, { isSubscription }: { isSubscription: boolean }): void {
  for (const field of Object.values(type.getFields())) {
    const guard = guardOf(`${type.name}.${field.name}`, fieldRequirements(type, field));
    if (!guard) continue;
    field.resolve = behind(guard, field.resolve ?? defaultFieldResolver);
    if (isSubscription && field.subscribe) field.subscribe = behind(guard, field.subscribe);
  }
}

function behind(guard: Guard, resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return (root, args, context, info) => {
    guard(context as Asked);
    return resolve(root, args, context, info);
  };
}

const isPromise = <T>(value: T | Promise<T>): value is Promise<T> => value instanceof Promise;

type ResolveReference = (reference: unknown, context: unknown, info: unknown) => unknown;

/** As `@apollo/subgraph` keeps it; a type without one hands the reference on. */
interface SubgraphExtensions {
  apollo?: { subgraph?: { resolveReference?: ResolveReference } };
}

function guardReferences(type: GraphQLObjectType): void {
  const guard = guardOf(type.name, ownRequirements(type));
  if (!guard) return;
  const { apollo } = type.extensions as SubgraphExtensions;
  const resolve: ResolveReference = apollo?.subgraph?.resolveReference ?? ((reference) => reference);
  // A promise, so that the other representations of the request are answered.
  const resolveReference: ResolveReference = async (reference, context, info) => {
    guard(context as Asked);
    return resolve(reference, context, info);
  };
  type.extensions = { ...type.extensions, apollo: { ...apollo, subgraph: { ...apollo?.subgraph, resolveReference } } };
}

/** Behind an interface or a union the type of the row decides, and its name alone would tell that there is one. */
function guardConcreteTypes(schema: GraphQLSchema, type: GraphQLAbstractType): void {
  const guards = new Map<string, Guard>();
  for (const concrete of schema.getPossibleTypes(type)) {
    const guard = guardOf(concrete.name, ownRequirements(concrete));
    if (guard) guards.set(concrete.name, guard);
  }
  if (guards.size === 0) return;
  const resolveType = type.resolveType ?? defaultTypeResolver;
  type.resolveType = (value, context: Asked, info, abstract) => {
    const guarded = (name: string | undefined): string | undefined => {
      if (name) guards.get(name)?.(context);
      return name;
    };
    const name = resolveType(value, context, info, abstract);
    return isPromise(name) ? name.then(guarded) : guarded(name);
  };
}

function guardOf(coordinate: string, requirements: readonly Alternatives[]): Guard | null {
  if (requirements.length === 0) return null;
  return ({ caller }) => {
    for (const required of requirements) {
      const refusal = refusalOf(coordinate, required, granted(caller));
      if (refusal) throw new GraphQLError(refusal.message, { extensions: { code: refusal.code } });
    }
  };
}

const known = new WeakMap<Caller, ReadonlySet<string>>();

/** Made once for each caller, however many rows are guarded. */
function granted(caller: Caller): ReadonlySet<string> | null {
  if (isAnonymous(caller)) return null;
  const scopes = known.get(caller) ?? grantedScopes(caller);
  known.set(caller, scopes);
  return scopes;
}

/** Deny by default: whoever adds a mutation says who may run it. */
function assertMutationsAreGuarded(mutations: GraphQLObjectType | null | undefined): void {
  const open = Object.values(mutations?.getFields() ?? {}).filter((field) => ownRequirements(field).length === 0);
  if (open.length === 0) return;
  const names = open.map(({ name }) => `\`Mutation.${name}\``).join(', ');
  throw new Error(`Nothing says who may run ${names}: add \`@RequiresScopes(…)\` or \`@Authenticated()\`.`);
}

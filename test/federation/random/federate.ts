import {
  buildASTSchema,
  concatAST,
  type DocumentNode,
  type ExecutionResult,
  execute,
  extendSchema,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  validate,
  visit,
} from 'graphql';
import { compose } from '../../../gateway/compose.ts';
import type { Granted } from '../../../gateway/engine/access/requirement.ts';
import { buildEngine, type Engine } from '../../../gateway/engine/engine.ts';
import { abstractOf, type Model, objectOf } from './model.ts';
import { type Counted, type Resolve, referenced, resolvePart, resolveWhole, typeOf } from './resolve.ts';
import { monolithSdl, subgraphSdl } from './write-sdl.ts';

export interface Asked {
  source: string;
  document: DocumentNode;
  operationName: string;
  variables: Record<string, unknown>;
  /** What whoever asks may see, where there is a guard. */
  granted?: Granted;
}

/** Puts directives of access into the graph, and judges by them without an engine. */
export interface Guard {
  protect(sdl: string): string;
  guarded(resolve: Resolve): Resolve;
}

/** A query as one subgraph was asked it. */
export interface SubgraphQuery {
  subgraph: string;
  schema: GraphQLSchema;
  query: string;
}

/** One graph, answered three ways. */
export interface Federated {
  sdls: string[];
  engine: Engine<Counted>;
  /** Of the query that was answered last. */
  sent: SubgraphQuery[];
  throughGateway(asked: Asked): Promise<ExecutionResult>;
  /** By one schema, without subgraphs. */
  byMonolith(asked: Asked): ExecutionResult;
  /** By the same schema with every field nullable, so that no error hides another; a null that may not be is one. */
  inFull(asked: Asked): ExecutionResult;
}

/** Puts the engine in front of the model's subgraphs; gives null where they cannot be composed. */
export function federate(model: Model, guard?: Guard): Federated | null {
  const services = model.subgraphs.map((name) => {
    const sdl = subgraphSdl(model, name);
    return { name, url: `http://${name}.test`, sdl: guard ? guard.protect(sdl) : sdl };
  });
  const supergraph = composed(services);
  if (supergraph === null) return null;

  const subgraphs = new Map(services.map(({ name, sdl }) => [name, executable(model, name, sdl)]));
  const sent: SubgraphQuery[] = [];
  const engine = buildEngine<Counted>({
    supergraph,
    grantedTo: ({ granted = null }) => granted,
    send: async ({ subgraph, body, context }) => {
      const { schema, answer } = subgraphs.get(subgraph)!;
      const request = JSON.parse(body);
      sent.push({ subgraph, schema, query: request.query });
      return { text: JSON.stringify(answer(request, context)) };
    },
  });
  const whole = parse(monolithSdl(model), { noLocation: true });
  const schema = buildASTSchema(whole, { assumeValid: true });
  const nullable = buildASTSchema(withoutNonNull(whole), { assumeValid: true });
  const unguarded = resolveWhole(model);
  const fieldResolver = guard ? guard.guarded(unguarded) : unguarded;

  const answer = (by: GraphQLSchema, resolver: typeof fieldResolver, asked: Asked): ExecutionResult => {
    const { document, operationName, variables: variableValues, granted } = asked;
    const contextValue: Counted = granted === undefined ? { count: 0 } : { count: 0, granted };
    const given = { schema: by, document, operationName, variableValues, contextValue };
    return plainly(execute({ ...given, fieldResolver: resolver, typeResolver: typeOf }));
  };
  return {
    sdls: services.map(({ name, sdl }) => `# ${name}\n${sdl}`),
    engine,
    sent,
    async throughGateway(asked) {
      sent.length = 0;
      const { granted = null } = asked;
      const given = await engine.answer({ ...asked, context: { count: 0, granted } });
      return typeof given === 'string' ? JSON.parse(given) : plainly(given);
    },
    byMonolith: (asked) => answer(schema, fieldResolver, asked),
    inFull: (asked) => answer(nullable, resolveInFull(schema, fieldResolver), asked),
  };
}

function composed(services: Parameters<typeof compose>[0]): string | null {
  try {
    return compose(services);
  } catch {
    return null;
  }
}

/** Answers as a subgraph's server would; what the gateway asks has to be valid. */
function executable(model: Model, name: string, sdl: string) {
  const bare: DocumentNode = visit(parse(sdl, { noLocation: true }), {
    Directive: () => null,
    SchemaExtension: () => null,
  });
  const types = bare.definitions.flatMap((definition) => {
    return definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [];
  });
  const entities = types.filter((type) => objectOf(model, type)?.keys.has(name) || abstractOf(model, type));
  const query = types.includes('Query') ? '' : 'type Query { _service: String }';
  const machinery = entities.length
    ? `scalar _Any
       union _Entity = ${entities.join(' | ')}
       extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`
    : '';
  const built = buildASTSchema(query ? concatAST([bare, parse(query)]) : bare, { assumeValid: true });
  const schema = machinery ? extendSchema(built, parse(machinery), { assumeValid: true }) : built;
  const resolve = resolvePart(model, name);
  const documents = new Map<string, DocumentNode>();

  const fieldResolver: typeof resolve = (source, args, context, info) => {
    if (info.fieldName !== '_entities') return resolve(source, args, context, info);
    return args.representations.map((sent: Record<string, unknown>) => referenced(model, name, sent));
  };

  const answer = (
    { query: text, variables }: { query: string; variables?: Record<string, unknown> },
    contextValue: Counted,
  ) => {
    const document = documents.get(text) ?? parse(text, { noLocation: true });
    if (!documents.has(text)) {
      const [problem] = validate(schema, document);
      if (problem) return { errors: [{ message: `Invalid for ${name}: ${problem.message} ${text}` }] };
      documents.set(text, document);
    }
    return execute({ schema, document, variableValues: variables, contextValue, fieldResolver, typeResolver: typeOf });
  };
  return { schema, answer };
}

function withoutNonNull(document: DocumentNode): DocumentNode {
  return visit(document, {
    FieldDefinition: (field) => ({ ...field, type: visit(field.type, { NonNullType: { leave: ({ type }) => type } }) }),
  });
}

function resolveInFull(schema: GraphQLSchema, resolve: ReturnType<typeof resolveWhole>): typeof resolve {
  return (source, args, context, info) => {
    const type = schema.getType(info.parentType.name);
    const field = isObjectType(type) ? type.getFields()[info.fieldName] : undefined;
    const value = resolve(source, args, context, info);
    return field ? withoutForbidden(value, field.type) : value;
  };
}

/** A null that may not be is an error that no resolver throws. */
function withoutForbidden(value: unknown, type: GraphQLOutputType): unknown {
  if (isNonNullType(type)) {
    return value === null ? new GraphQLError('A forbidden null.') : withoutForbidden(value, type.ofType);
  }
  if (!isListType(type) || !Array.isArray(value)) return value;
  return value.map((item) => withoutForbidden(item, type.ofType));
}

function plainly(result: unknown): ExecutionResult {
  return JSON.parse(JSON.stringify(result));
}

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
import { buildEngine, type Engine } from '../../../gateway/engine/engine.ts';
import { abstractOf, type Model, objectOf } from './model.ts';
import { type Counted, referenced, resolvePart, resolveWhole, typeOf } from './resolve.ts';
import { monolithSdl, subgraphSdl } from './write-sdl.ts';

export interface Asked {
  source: string;
  document: DocumentNode;
  operationName: string;
  variables: Record<string, unknown>;
}

/** One graph, answered three ways. */
export interface Federated {
  sdls: string[];
  engine: Engine<Counted>;
  throughGateway(asked: Asked): Promise<ExecutionResult>;
  /** By one schema, without subgraphs. */
  byMonolith(asked: Asked): ExecutionResult;
  /** By the same schema with every field nullable, so that no error hides another; a null that may not be is one. */
  inFull(asked: Asked): ExecutionResult;
}

/** Puts the engine in front of the model's subgraphs; gives null where they cannot be composed. */
export function federate(model: Model): Federated | null {
  const services = model.subgraphs.map((name) => {
    return { name, url: `http://${name}.test`, sdl: subgraphSdl(model, name) };
  });
  const supergraph = composed(services);
  if (supergraph === null) return null;

  const subgraphs = new Map(services.map(({ name, sdl }) => [name, executable(model, name, sdl)]));
  const engine = buildEngine<Counted>({
    supergraph,
    send: async ({ subgraph, body, context }) => ({
      text: JSON.stringify(subgraphs.get(subgraph)!(JSON.parse(body), context)),
    }),
  });
  const whole = parse(monolithSdl(model), { noLocation: true });
  const schema = buildASTSchema(whole, { assumeValid: true });
  const nullable = buildASTSchema(withoutNonNull(whole), { assumeValid: true });
  const fieldResolver = resolveWhole(model);

  const answer = (by: GraphQLSchema, resolver: typeof fieldResolver, asked: Asked): ExecutionResult => {
    const { document, operationName, variables: variableValues } = asked;
    const contextValue: Counted = { count: 0 };
    const given = { schema: by, document, operationName, variableValues, contextValue };
    return plainly(execute({ ...given, fieldResolver: resolver, typeResolver: typeOf }));
  };
  return {
    sdls: services.map(({ name, sdl }) => `# ${name}\n${sdl}`),
    engine,
    async throughGateway(asked) {
      const given = await engine.answer({ ...asked, context: { count: 0 } });
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

  return (
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

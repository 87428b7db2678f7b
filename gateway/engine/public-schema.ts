import {
  buildASTSchema,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  DirectiveLocation,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  parse,
  specifiedDirectives,
  specifiedScalarTypes,
} from 'graphql';

/** Names that only federation's specifications give. */
const MACHINERY = /^(__|(join|link|federation|tag|inaccessible|authenticated|requiresScopes|policy|cost|context)__)/;
/** Where a client can write a directive; what stands on the schema alone is for those who run it. */
const EXECUTABLE: ReadonlySet<string> = new Set([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);
const BUILT_IN = new Set([...specifiedScalarTypes, ...specifiedDirectives].map((known) => known.name));

/** Builds the clients' schema from the planner's text of it, which also spells out introspection and built-ins. */
export function buildPublicSchema(consumerSchema: string): GraphQLSchema {
  const kept = parse(consumerSchema, { noLocation: true }).definitions.filter(isPublic);
  const names = new Set(kept.map((definition) => ('name' in definition ? definition.name?.value : undefined)));
  const definitions = kept.map((definition) => withoutHidden(definition, ({ name }) => names.has(name.value)));
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValidSDL: true, assumeValid: true });
}

function isPublic(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION && !isExecutable(definition)) return false;
  if (!('name' in definition) || !definition.name) return true;
  return !MACHINERY.test(definition.name.value) && !BUILT_IN.has(definition.name.value);
}

const isExecutable = ({ locations }: DirectiveDefinitionNode): boolean =>
  locations.some(({ value }) => EXECUTABLE.has(value));

/** The planner leaves hidden types in unions, and introspection in the query type. */
function withoutHidden(definition: DefinitionNode, isKept: (type: NamedTypeNode) => boolean): DefinitionNode {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) return { ...definition, types: definition.types?.filter(isKept) };
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
    return definition;
  }
  return {
    ...definition,
    interfaces: definition.interfaces?.filter(isKept),
    fields: definition.fields?.filter((field) => !field.name.value.startsWith('__')),
  };
}

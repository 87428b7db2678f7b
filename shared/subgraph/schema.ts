import { buildSubgraphSchema, type GraphQLResolverMap, printSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLResolveInfo, type GraphQLSchema, parse } from 'graphql';
import { type BuildSchemaOptions, buildSchema, createResolversMap, type PubSub } from 'type-graphql';
import { type Asked, guardSchema } from '../access/guard-schema.ts';
import { keepPeopleOutOfCaches } from '../access/people-types.ts';

/** Federation as every engine that could take the gateway's place knows it. */
const link = (directives: string[]): string => `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${directives.map((name) => `"${name}"`).join(', ')}])

`;

/** Finds an entity by a reference's key fields; null where this subgraph knows none. */
export type ResolveReference<C> = (reference: never, context: C, info: GraphQLResolveInfo) => unknown;

export interface SubgraphParts<C> {
  resolvers: BuildSchemaOptions['resolvers'];
  /** One for each entity type that this subgraph owns or adds to; a stub hands its key through and needs none. */
  references: Record<string, ResolveReference<C>>;
  /** Types that no field names. */
  orphanedTypes?: BuildSchemaOptions['orphanedTypes'];
  /** Directives of the federation that it uses beside `@key`, `@shareable` and those of access. */
  directives?: string[];
}

export interface SubgraphSchema {
  schema: GraphQLSchema;
  sdl: string;
}

/** TypeGraphQL asks for one; events come from the hub's log instead (`shared/subscription/`). */
const NO_PUB_SUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('A subscription names the events that it reads by `subscribe`.');
  },
};

/**
 * The seam between TypeGraphQL, which knows the classes, and Apollo, which knows the federation. What comes of it refuses
 * by itself what its directives forbid.
 */
export async function buildSubgraph<C extends Asked>({
  resolvers,
  references,
  orphanedTypes = [],
  directives = [],
}: SubgraphParts<C>): Promise<SubgraphSchema> {
  const schema = await buildSchema({
    resolvers,
    orphanedTypes,
    validate: false,
    skipCheck: true,
    pubSub: NO_PUB_SUB,
  });
  const map: Record<string, object> = { ...createResolversMap(schema) };
  for (const [type, resolve] of Object.entries(references)) {
    map[type] = { ...map[type], __resolveReference: resolve };
  }
  const sdl =
    link(['@authenticated', '@key', '@requiresScopes', '@shareable', ...directives]) + printSubgraphSchema(schema);
  const modules = [{ typeDefs: parse(sdl), resolvers: map as GraphQLResolverMap }];
  const served = buildSubgraphSchema(modules);
  keepPeopleOutOfCaches(served);
  guardSchema(served);
  return { schema: served, sdl: `${sdl.trimEnd()}\n` };
}

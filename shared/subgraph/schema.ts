import { buildSubgraphSchema, type GraphQLResolverMap, printSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { type BuildSchemaOptions, buildSchema, createResolversMap } from 'type-graphql';

/** Federation as every engine that could take the gateway's place knows it. */
const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible"])

`;

/** Finds an entity by a reference's key fields; null where this subgraph knows none. */
export type ResolveReference<C> = (reference: never, context: C) => unknown;

export interface SubgraphParts<C> {
  resolvers: BuildSchemaOptions['resolvers'];
  /** One for each entity type that this subgraph owns or adds to; a stub hands its key through and needs none. */
  references: Record<string, ResolveReference<C>>;
  /** Types that no field names. */
  orphanedTypes?: BuildSchemaOptions['orphanedTypes'];
}

export interface SubgraphSchema {
  schema: GraphQLSchema;
  sdl: string;
}

/** The seam between TypeGraphQL, which knows the classes, and Apollo, which knows the federation. */
export async function buildSubgraph<C>({
  resolvers,
  references,
  orphanedTypes = [],
}: SubgraphParts<C>): Promise<SubgraphSchema> {
  const schema = await buildSchema({
    resolvers,
    orphanedTypes,
    validate: false,
    skipCheck: true,
  });
  const map: Record<string, object> = { ...createResolversMap(schema) };
  for (const [type, resolve] of Object.entries(references)) {
    map[type] = { ...map[type], __resolveReference: resolve };
  }
  const sdl = LINK + printSubgraphSchema(schema);
  const modules = [{ typeDefs: parse(sdl), resolvers: map as GraphQLResolverMap }];
  return { schema: buildSubgraphSchema(modules), sdl: `${sdl.trimEnd()}\n` };
}

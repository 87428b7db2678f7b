import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import { type Access, readAccess } from './access/access.ts';
import { type Ownership, readOwnership } from './dependencies/ownership.ts';
import { type EntityKeys, readEntityKeys } from './entity-keys.ts';
import { checkFeatures } from './features.ts';
import { buildPublicSchema } from './public-schema.ts';
import { readRequiredWithArguments } from './required-arguments.ts';
import { readSubgraphs, type Subgraph } from './subgraph.ts';
import { readTypeConditions, type TypeConditions } from './type-conditions.ts';

export interface Supergraph {
  sdl: string;
  planner: QueryPlanner;
  /** What clients see. */
  schema: GraphQLSchema;
  subgraphs: Subgraph[];
  /** By the name that a plan uses; throws where the plan and the supergraph do not fit together. */
  subgraphOf(serviceName: string): Subgraph;
  types: TypeConditions;
  keys: EntityKeys;
  ownership: Ownership;
  access: Access;
  /** What subgraphs see of each other, too. */
  whole: GraphQLSchema;
  /** The names of fields that some `@requires` wants with arguments of its own. */
  requiredWithArguments: ReadonlySet<string>;
}

/** Reads the supergraph once; throws where the engine or the planner cannot make anything of it. */
export function readSupergraph(sdl: string, urls: Record<string, string> = {}): Supergraph {
  const document = parse(sdl, { noLocation: true });
  checkFeatures(document);
  const full = buildASTSchema(document, { assumeValidSDL: true, assumeValid: true });
  const planner = new QueryPlanner(sdl);
  const subgraphs = readSubgraphs(document, urls);
  const ownership = readOwnership(document);

  return {
    sdl,
    planner,
    schema: buildPublicSchema(planner.consumerSchema),
    subgraphs: subgraphs.map(({ subgraph }) => subgraph),
    subgraphOf: (serviceName) => {
      const known =
        subgraphs.find(({ subgraph }) => subgraph.name === serviceName) ??
        subgraphs.find(({ enumValue }) => enumValue === serviceName);
      if (!known) throw new Error(`The plan asks the subgraph "${serviceName}", which the supergraph does not have.`);
      return known.subgraph;
    },
    types: readTypeConditions(full),
    keys: readEntityKeys(document),
    ownership,
    access: readAccess(document, full, ownership),
    whole: full,
    requiredWithArguments: readRequiredWithArguments(document),
  };
}

import { createHash } from 'node:crypto';
import type { Engine } from '../engine/engine.ts';
import { type GraphQLOptions, GraphQLOverHttp } from '../graphql-over-http/answer-graphql.ts';

/** All that is made of one supergraph. A request that began with it ends with it; nothing else keeps it. */
export interface Graph<C> {
  /** Names the supergraph: the beginning of its SHA-256. */
  hash: string;
  since: Date;
  engine: Engine<C>;
  http: GraphQLOverHttp<C>;
}

export const hashOf = (supergraph: string): string =>
  createHash('sha256').update(supergraph).digest('hex').slice(0, 16);

export function graphOf<C>(engine: Engine<C>, http: GraphQLOptions<C>): Graph<C> {
  return {
    hash: hashOf(engine.supergraph),
    since: new Date(),
    engine,
    http: new GraphQLOverHttp(engine, http),
  };
}

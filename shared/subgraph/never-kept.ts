import type { GraphQLResolveInfo } from 'graphql';
import type { Hinted } from './today-for.ts';

/** Says of an answer that nobody may keep it: for what only some may read, of whose changes nothing is told. */
export function neverKept(info: GraphQLResolveInfo): void {
  (info as Hinted).cacheControl?.cacheHint.restrict({ maxAge: 0 });
}

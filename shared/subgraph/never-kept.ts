import type { GraphQLResolveInfo } from 'graphql';

/** What Apollo's plugin gives a resolver, so that it can say for how long its answer holds. */
interface Hinted {
  cacheControl?: { cacheHint: { restrict(hint: { maxAge: number }): void } };
}

/** For an answer that nobody may keep, not even for those who may see it: it goes out with `cache-control: no-store`. */
export function neverKept(info: GraphQLResolveInfo): void {
  (info as Hinted).cacheControl?.cacheHint.restrict({ maxAge: 0 });
}

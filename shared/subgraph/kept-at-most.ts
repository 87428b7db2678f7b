import type { GraphQLResolveInfo } from 'graphql';

/** What Apollo's plugin gives a resolver, so that it can say for how long its answer holds. */
interface Hinted {
  cacheControl?: { cacheHint: { restrict(hint: { maxAge: number }): void } };
}

/** Lets the answer that a field is in be kept no longer than that: with 0 it goes out with `cache-control: no-store`. */
export function keptAtMost(info: GraphQLResolveInfo, seconds: number): void {
  (info as Hinted).cacheControl?.cacheHint.restrict({ maxAge: seconds });
}

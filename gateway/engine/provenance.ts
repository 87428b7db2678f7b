import type { Dependency } from './dependencies/dependency.ts';
import type { SubgraphResponse } from './engine.ts';

/** What one answer is made of, for a host that keeps answers: given with a request, and filled while it is answered. */
export class Provenance {
  /** For how many seconds all that the subgraphs said may be kept; 0 where some of it may not. */
  maxAge = Number.POSITIVE_INFINITY;
  /** A subgraph that gave no answer. */
  silent: string | undefined;
  /** What the answer depends on, where it has no errors and may be kept. */
  dependencies: ReadonlySet<Dependency> | undefined;

  heard({ cacheControl }: SubgraphResponse): void {
    this.maxAge = Math.min(this.maxAge, sharedMaxAge(cacheControl));
  }

  missed(subgraph: string): void {
    this.silent ??= subgraph;
  }
}

/** For how many seconds a header lets a cache that many share keep an answer. Without a header: not at all. */
export function sharedMaxAge(cacheControl = ''): number {
  const directives = new Map(
    cacheControl.split(',').map((directive): [string, number] => {
      const [name = '', value = ''] = directive.split('=');
      return [name.trim().toLowerCase(), /^\d+$/.test(value.trim()) ? Number(value) : 0];
    }),
  );
  if (['no-store', 'no-cache', 'private'].some((name) => directives.has(name))) return 0;
  return directives.get('s-maxage') ?? directives.get('max-age') ?? 0;
}

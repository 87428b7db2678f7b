import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { type DocumentNode, parse } from 'graphql';

export interface SubgraphSdl {
  name: string;
  url: string;
  sdl: string;
}

/** The subgraphs make no graph together; each reason is a sentence of its own. */
export class CompositionFailed extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(`The subgraphs do not fit together:\n${reasons.join('\n')}`);
    this.reasons = reasons;
  }
}

/** Composes subgraphs into the supergraph's SDL. Throws CompositionFailed with every reason where they do not fit. */
export function compose(subgraphs: readonly SubgraphSdl[]): string {
  const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parsed(name, sdl) })));
  if (compositionHasErrors(result)) throw new CompositionFailed(result.errors.map(({ message }) => message));
  return `${result.supergraphSdl.trimEnd()}\n`;
}

function parsed(name: string, sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    throw new CompositionFailed([`[${name}] ${error instanceof Error ? error.message : error}`]);
  }
}

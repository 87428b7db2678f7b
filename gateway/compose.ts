import { assertCompositionSuccess, composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

export interface SubgraphSdl {
  name: string;
  url: string;
  sdl: string;
}

/** Composes subgraphs into the supergraph's SDL. Throws with every reason where they do not fit together. */
export function compose(subgraphs: SubgraphSdl[]): string {
  const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  assertCompositionSuccess(result);
  return `${result.supergraphSdl.trimEnd()}\n`;
}

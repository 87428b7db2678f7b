/** The six subgraphs, in the order of their ports: `PORT`+1 to `PORT`+6. */
export const SUBGRAPHS = ['partnership', 'municipality', 'cps', 'institutions', 'marketplace', 'outcomes'] as const;

export type SubgraphName = (typeof SUBGRAPHS)[number];

export const DEFAULT_PORT = 4000;

export const portOf = (subgraph: SubgraphName, gatewayPort: number): number =>
  gatewayPort + 1 + SUBGRAPHS.indexOf(subgraph);

export const urlOf = (subgraph: SubgraphName, gatewayPort: number, scheme = 'http'): string =>
  `${scheme}://127.0.0.1:${portOf(subgraph, gatewayPort)}/`;

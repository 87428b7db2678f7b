import type { RequestContext, Subgraph } from '../../shared/subgraph/subgraph.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { marketplace } from '../../subgraphs/marketplace/subgraph.ts';
import { municipality } from '../../subgraphs/municipality/subgraph.ts';
import { outcomes } from '../../subgraphs/outcomes/subgraph.ts';
import { partnership } from '../../subgraphs/partnership/subgraph.ts';

const of = <C extends RequestContext>(subgraph: Subgraph<C>): Subgraph => subgraph as unknown as Subgraph;

export const ALL_SUBGRAPHS: Subgraph[] = [
  of(partnership),
  of(municipality),
  of(cps),
  of(institutions),
  of(marketplace),
  of(outcomes),
];

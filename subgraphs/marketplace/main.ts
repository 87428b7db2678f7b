import { runSubgraph } from '../../shared/subgraph/run.ts';
import { marketplace } from './subgraph.ts';

await runSubgraph(marketplace);

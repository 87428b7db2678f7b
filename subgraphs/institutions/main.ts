import { runSubgraph } from '../../shared/subgraph/run.ts';
import { institutions } from './subgraph.ts';

await runSubgraph(institutions);

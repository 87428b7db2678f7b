import { runSubgraph } from '../../shared/subgraph/run.ts';
import { partnership } from './subgraph.ts';

await runSubgraph(partnership);

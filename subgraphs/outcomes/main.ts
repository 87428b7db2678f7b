import { runSubgraph } from '../../shared/subgraph/run.ts';
import { outcomes } from './subgraph.ts';

await runSubgraph(outcomes);

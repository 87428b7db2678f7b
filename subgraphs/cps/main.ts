import { runSubgraph } from '../../shared/subgraph/run.ts';
import { cps } from './subgraph.ts';

await runSubgraph(cps);

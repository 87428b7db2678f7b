import { runSubgraph } from '../../shared/subgraph/run.ts';
import { municipality } from './subgraph.ts';

await runSubgraph(municipality);

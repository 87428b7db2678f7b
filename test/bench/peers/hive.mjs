import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { given } from './read-arguments.mjs';

/** Hive Gateway with the Rust planner. */
const gateway = createGatewayRuntime({
  supergraph: given.supergraph(),
  unifiedGraphHandler,
  transports: { http: import('@graphql-mesh/transport-http') },
  transportEntries: given.sharing ? {} : { '*.http': { options: { deduplicateInflightRequests: false } } },
  logging: false,
  landingPage: false,
  graphiql: false,
});

createServer(gateway).listen(given.port, '127.0.0.1');

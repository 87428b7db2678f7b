import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { ApolloGateway } from '../../../gateway/engine/apollo-gateway.ts';
import { buildEngine } from '../../../gateway/engine/engine.ts';
import { grantedTo } from '../../../gateway/identity/granted-to.ts';
import { withDeadline } from '../../../gateway/subgraph-client/deadline.ts';
import { type GatewayContext, sharersOf, subgraphClient } from '../../../gateway/subgraph-client/send-signed.ts';
import { shareInFlight } from '../../../gateway/subgraph-client/share-in-flight.ts';
import { ANONYMOUS } from '../../../shared/trust/caller.ts';

/** Our engine in the place of `@apollo/gateway`; started as the peers are, with `PORT FOLDER on|off`. */
const [port, folder = '', sharing] = process.argv.slice(2);
const client = subgraphClient({ keys: new Map(), connections: 50 });
const send = withDeadline(client.send, { query: 15_000, mutation: 15_000 });
const engine = buildEngine<GatewayContext>({
  grantedTo,
  supergraph: readFileSync(path.join(folder, 'supergraph.graphql'), 'utf8'),
  send: sharing === 'on' ? shareInFlight(send, sharersOf) : send,
});
const server = new ApolloServer<GatewayContext>({ gateway: new ApolloGateway(engine) });

await startStandaloneServer(server, {
  listen: { port: Number(port), host: '127.0.0.1' },
  context: async () => ({ caller: ANONYMOUS }),
});

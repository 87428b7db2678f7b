import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { given } from './read-arguments.mjs';

/** `@apollo/gateway` on Apollo Server; it never shares fetches. */
const gateway = new ApolloGateway({ supergraphSdl: given.supergraph() });

await startStandaloneServer(new ApolloServer({ gateway }), { listen: { port: given.port, host: '127.0.0.1' } });

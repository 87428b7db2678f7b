import mercuriusGateway from '@mercuriusjs/gateway';
import fastify from 'fastify';
import { given } from '../read-arguments.mjs';

/** Mercurius with JIT, which reads Federation 1; it never shares fetches. */
const app = fastify();
app.register(mercuriusGateway, {
  jit: 1,
  gateway: { services: given.services().map(({ name, url, sdl }) => ({ name, url, schema: sdl })) },
});

await app.listen({ port: given.port, host: '127.0.0.1' });

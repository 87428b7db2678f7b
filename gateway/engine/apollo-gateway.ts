import type {
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import type { Engine } from './engine.ts';

/** Puts the engine where Apollo Server expects `@apollo/gateway`. */
export class ApolloGateway<C> implements GatewayInterface {
  readonly #engine: Engine<C>;
  readonly #listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();

  constructor(engine: Engine<C>) {
    this.#engine = engine;
  }

  onSchemaLoadOrUpdate(listener: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(): Promise<GatewayLoadResult> {
    const { schema, supergraph, execute } = this.#engine;
    for (const listener of this.#listeners) listener({ apiSchema: schema, coreSupergraphSdl: supergraph });

    return {
      executor: ({ source, document, operationName, request, context }) =>
        // The interface's context is anything; the server is built with the engine's own.
        execute({ source, document, operationName, variables: request.variables, context: context as C }),
    };
  }

  async stop(): Promise<void> {
    this.#listeners.clear();
  }
}

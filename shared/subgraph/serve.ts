import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { MikroORM } from '@mikro-orm/postgresql';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { maskBugs } from '../errors/mask-bugs.ts';
import type { LogTail } from '../events/log-tail.ts';
import { answerJson, refuse } from '../http/json.ts';
import { readBody } from '../http/read-body.ts';
import { serveHttp } from '../http/serve-http.ts';
import type { Tracer } from '../telemetry/tracer.ts';
import { collectTouches } from '../touch/request-touches.ts';
import { mergeTouched, type Touched, touchedHeader } from '../touch/touched.ts';
import { verifyRequest } from '../trust/signed-request.ts';
import { answerSubscription, wantsStream } from './answer-subscription.ts';
import { askApollo, send } from './apollo-handler.ts';
import { beginRequest } from './begin-request.ts';
import { KEPT_SECONDS } from './kept-seconds.ts';
import type { RequestContext, Subgraph } from './subgraph.ts';

/** Registers come as one body each. */
const LARGEST_BODY = 16 * 1024 * 1024;

export interface ServeOptions<C extends RequestContext> {
  subgraph: Subgraph<C>;
  schema: GraphQLSchema;
  orm: MikroORM;
  key: KeyObject;
  port: number;
  /** Whether those who keep answers hear of what changes; while they do not, no answer may be kept. */
  isHeard?: () => boolean;
  /** From which subscriptions hear of events; without it they are refused. */
  tail?: LogTail | undefined;
  /** Ends every subscription: nothing else would. */
  stopping?: AbortSignal;
  /** Without it, nothing is traced. */
  tracer?: Tracer | undefined;
}

/** Serves a subgraph on loopback, to the gateway alone: what the gateway did not sign gets no answer, its SDL included. */
export async function serveSubgraph<C extends RequestContext>({
  subgraph,
  schema,
  orm,
  key,
  port,
  isHeard = () => false,
  tail,
  stopping = new AbortController().signal,
  tracer,
}: ServeOptions<C>): Promise<Server> {
  const apollo = new ApolloServer<C>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: maskBugs,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControl({ defaultMaxAge: KEPT_SECONDS }),
      onlyWhatStaysTrueIsKept(isHeard),
      subscriptionsAreStreams(),
    ],
  });
  await apollo.start();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/health')
      return answerJson(response, 200, {
        status: 'alive',
        subgraph: subgraph.name,
      });

    const body = await readBody(request, LARGEST_BODY);
    const caller = await verifyRequest(key, subgraph.name, body, request.headers.authorization);
    if (!caller)
      return refuse(response, 401, 'UNAUTHENTICATED', `The subgraph "${subgraph.name}" answers only its gateway.`);
    beginRequest(subgraph.name, request, response, tracer);

    const context = (): C => subgraph.createContext(orm.em.fork(), caller);
    if (wantsStream(request)) return answerSubscription({ schema, context, tail, stopping }, request, response, body);

    const touches: Touched[] = [];
    const answered = await collectTouches(touches, () => askApollo(apollo, request, body, async () => context()));
    if (touches.length > 0) response.setHeader('hub-touched', touchedHeader(mergeTouched(touches)));
    await send(response, answered);
  };

  return serveHttp(port, answer);
}

/** A mutation's answer is kept by nobody, nor is any while those who keep answers hear of no change. */
function onlyWhatStaysTrueIsKept(isHeard: () => boolean): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ response }) {
      if (!isHeard()) response.http.headers.set('cache-control', 'no-store');
      return {
        async didResolveOperation({ operation }) {
          if (operation?.operation === OperationTypeNode.QUERY) return;
          response.http.headers.set('cache-control', 'no-store');
        },
      };
    },
  };
}

function subscriptionsAreStreams(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation }) {
          if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
          throw new GraphQLError(
            'A subscription is answered as a stream of events. Send it with `accept: text/event-stream`.',
            { extensions: { code: 'BAD_REQUEST' } },
          );
        },
      };
    },
  };
}

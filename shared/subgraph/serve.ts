import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { MikroORM } from '@mikro-orm/postgresql';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { AccessLogUnavailable, answerLogged } from '../access-log/answer-logged.ts';
import { askerOf } from '../access-log/asker-of.ts';
import { watchPeople } from '../access-log/watch-people.ts';
import { asCaller } from '../database/row-security/on-behalf.ts';
import { maskBugs } from '../errors/mask-bugs.ts';
import type { LogTail } from '../events/log-tail.ts';
import { answerJson, refuse } from '../http/json.ts';
import type { Listening } from '../http/listening.ts';
import { readBody } from '../http/read-body.ts';
import { serveHttp } from '../http/serve-http.ts';
import type { Tracer } from '../telemetry/tracer.ts';
import { collectTouches } from '../touch/request-touches.ts';
import { mergeTouched, type Touched, touchedHeader } from '../touch/touched.ts';
import type { Caller } from '../trust/caller.ts';
import { requestVerifier } from '../trust/signed-request.ts';
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
  /** Where and how, other than in the clear on loopback. */
  listening?: Listening;
  /** Whether those who keep answers hear of what changes; while they do not, no answer may be kept. */
  isHeard?: () => boolean;
  /** From which subscriptions hear of events; without it they are refused. */
  tail?: LogTail | undefined;
  /** Ends every subscription: nothing else would. */
  stopping?: AbortSignal;
  /** Without it, nothing is traced. */
  tracer?: Tracer | undefined;
}

/** Serves a subgraph to the gateway alone: what the gateway did not sign gets no answer, its SDL included. */
export async function serveSubgraph<C extends RequestContext>({
  subgraph,
  schema,
  orm,
  key,
  port,
  listening,
  isHeard = () => false,
  tail,
  stopping = new AbortController().signal,
  tracer,
}: ServeOptions<C>): Promise<Server> {
  const { people } = subgraph;
  if (people) watchPeople(schema, people);
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
  const verify = requestVerifier(key, subgraph.name);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/health')
      return answerJson(response, 200, {
        status: 'alive',
        subgraph: subgraph.name,
      });

    // The signature is of the body: of any other method the operation could stand in the address, which nobody signed.
    if (request.method !== 'POST')
      return refuse(response, 405, 'METHOD_NOT_ALLOWED', `The subgraph "${subgraph.name}" is asked by POST alone.`);

    const body = await readBody(request, LARGEST_BODY);
    const caller = await verify(body, request.headers.authorization);
    if (!caller)
      return refuse(response, 401, 'UNAUTHENTICATED', `The subgraph "${subgraph.name}" answers only its gateway.`);
    beginRequest(subgraph.name, request, response, tracer);

    await asCaller(caller, () => answerFor(caller, request, response, body));
  };

  const answerFor = async (caller: Caller, request: IncomingMessage, response: ServerResponse, body: string) => {
    const context = (): C => subgraph.createContext(orm.em.fork(), caller);
    const logged = <T>(act: () => Promise<T>): Promise<T> =>
      answerLogged(orm, people, askerOf(caller, request, body), act);
    if (wantsStream(request))
      return answerSubscription({ schema, context, tail, stopping, logged }, request, response, body);

    const touches: Touched[] = [];
    const answering = collectTouches(touches, () =>
      logged(() => askApollo(apollo, request, body, async () => context())),
    );
    const answered = await answering.catch(unlogged);
    if (touches.length > 0) response.setHeader('hub-touched', touchedHeader(mergeTouched(touches)));
    if (answered instanceof AccessLogUnavailable) return refuse(response, 200, answered.code, answered.message);
    await send(response, answered);
  };

  return serveHttp(port, answer, listening);
}

/** An answer about people that nobody would know of is none. */
function unlogged(error: unknown): AccessLogUnavailable {
  if (error instanceof AccessLogUnavailable) return error;
  throw error;
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

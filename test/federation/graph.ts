import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { assertCompositionSuccess, composeServices } from '@theguild/federation-composition';
import { execute, type GraphQLFormattedError, parse, validate } from 'graphql';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { readQuestion } from '../kit/read-question.ts';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject",
  "@extends", "@tag", "@composeDirective", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize",
  "@context", "@fromContext"
])`;

/** What a request carries in these tests. */
export interface TestContext {
  user?: string;
  /** The scopes of who asks; without them nobody knows who does. */
  scopes?: readonly string[];
}

export interface TestSubgraph {
  typeDefs: string;
  /** In place of the link to Federation 2; the empty text makes a subgraph of Federation 1. */
  federation?: string;
  resolvers?: GraphQLResolverMap<TestContext>;
}

/** One request that a subgraph was sent. */
export interface Sent {
  subgraph: string;
  kind: 'query' | 'mutation';
  url: string;
  query: string;
  variables: Record<string, unknown>;
  context: TestContext;
}

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

/** Says what a subgraph answers, in place of its resolvers; it may throw. */
export type Reply = (sent: Sent) => string | Promise<string>;

/** Composes the subgraphs and puts the engine in front of them, all in this process. */
export function buildGraph(subgraphs: Record<string, TestSubgraph>) {
  const sent: Sent[] = [];
  const replies = new Map<string, Reply>();
  for (const [name, { typeDefs, federation = FEDERATION, resolvers }] of Object.entries(subgraphs)) {
    const schema = buildSubgraphSchema([{ typeDefs: parse(federation + typeDefs), resolvers: resolvers ?? {} }]);
    replies.set(name, async ({ query, variables, context }) => {
      const { document, errors } = readQuestion(schema, query);
      if (!document) return JSON.stringify({ errors });
      return JSON.stringify(await execute({ schema, document, variableValues: variables, contextValue: context }));
    });
  }

  const engine = buildEngine<TestContext>({
    supergraph: composeGraph(subgraphs),
    grantedTo: ({ scopes }) => (scopes ? new Set(scopes) : null),
    send: async ({ subgraph, url, body, kind, context }) => {
      const { query, variables = {} } = JSON.parse(body);
      const request: Sent = { subgraph, kind, url, query, variables, context };
      sent.push(request);
      const reply = replies.get(subgraph);
      if (!reply) throw new Error(`There is no subgraph ${subgraph}.`);
      return { text: await reply(request) };
    },
  });

  return {
    engine,
    /** Every request, in the order in which it was sent. */
    sent,
    sentTo: (subgraph: string) => sent.filter((request) => request.subgraph === subgraph),
    /** What the subgraph's resolvers, or what was said in their place, answer to a request. */
    async reply(subgraph: string, request: Sent): Promise<string> {
      const reply = replies.get(subgraph);
      if (!reply) throw new Error(`There is no subgraph ${subgraph}.`);
      return reply(request);
    },
    /** From now on the subgraph answers this. */
    answers: (subgraph: string, reply: Reply) => void replies.set(subgraph, reply),
    /** From now on the subgraph cannot be reached. */
    breakDown: (subgraph: string) =>
      void replies.set(subgraph, () => {
        throw new Error('connect ECONNREFUSED 10.0.0.7:4001');
      }),
    /** Asks as a client does; the answer is what the client reads off the wire. */
    async ask(source: string, variables?: Record<string, unknown>, context: TestContext = {}): Promise<Answer> {
      const document = parse(source);
      const problems = validate(engine.schema, document);
      if (problems.length) throw problems[0];
      const answer = await engine.answer({ source, document, variables, context });
      return typeof answer === 'string' ? JSON.parse(answer) : JSON.parse(JSON.stringify(answer));
    },
  };
}

export function composeGraph(subgraphs: Record<string, TestSubgraph>): string {
  const services = Object.entries(subgraphs).map(([name, { typeDefs, federation = FEDERATION }]) => {
    return { name, typeDefs: parse(federation + typeDefs), url: `http://${name}.test/graphql` };
  });
  const composition = composeServices(services);
  assertCompositionSuccess(composition, composition.errors?.map(({ message }) => message).join('\n'));
  return composition.supergraphSdl;
}

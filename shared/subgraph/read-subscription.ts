import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { z } from 'zod';

const Body = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** A valid subscription, as graphql-js takes it. */
export interface ReadSubscription {
  document: DocumentNode;
  operationName: string | null;
  variableValues: Record<string, unknown>;
}

/** Why a request is not taken as a subscription. */
export class NoSubscription extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('\n'));
    this.name = new.target.name;
    this.errors = errors;
  }
}

/** Reads the body of a request. Throws NoSubscription for what is not valid, or asks for something else. */
export function readSubscription(schema: GraphQLSchema, text: string): ReadSubscription {
  const body = Body.safeParse(jsonOf(text));
  if (!body.success)
    throw refusal('BAD_REQUEST', 'The body is a JSON object with `query`, as GraphQL over HTTP has it.');
  const { query, operationName = null, variables } = body.data;

  const document = parsed(query);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw refusal('OPERATION_RESOLUTION_FAILURE', 'The document has no one operation of that name.');
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
    throw refusal(
      'BAD_REQUEST',
      `Only a subscription is answered as an event stream. Send this ${operation.operation} with \`accept: application/json\`.`,
    );

  const problems = validate(schema, document);
  if (problems.length > 0) throw new NoSubscription(problems.map(withCode('GRAPHQL_VALIDATION_FAILED')));
  return { document, operationName, variableValues: variables ?? {} };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) throw new NoSubscription([withCode('GRAPHQL_PARSE_FAILED')(error)]);
    throw error;
  }
}

const withCode = (code: string) => (error: GraphQLError) =>
  new GraphQLError(error.message, { ...error, nodes: error.nodes, extensions: { code, ...error.extensions } });

const refusal = (code: string, message: string): NoSubscription =>
  new NoSubscription([new GraphQLError(message, { extensions: { code } })]);

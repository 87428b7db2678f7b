import { GraphQLError } from 'graphql';

/** A request that is refused before GraphQL begins: with a status, a code for programs, and a message for people. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  /** The same as an error of GraphQL, for transports without a status. */
  toError(): GraphQLError {
    return new GraphQLError(this.message, { extensions: { code: this.code } });
  }
}

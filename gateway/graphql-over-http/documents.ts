import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate, visit } from 'graphql';
import { BoundedCache } from '../engine/bounded-cache.ts';

const KEPT = 1000;
const MOST_ERRORS = 20;
/**
 * Thirty times the first question. Of the documents that cost most, one of 5,000 tokens is validated in 0.2 s and planned
 * in 0.4 s, on a thread of the planner's own; one of 15,000 takes 0.6 s and 4 s.
 */
const MOST_TOKENS = 5_000;

/** A document that may be run, or why it may not. */
export type Checked = { document: DocumentNode; errors?: undefined } | { errors: GraphQLError[]; document?: undefined };

/** Parses and validates each document once; also the bad ones, which clients repeat as well. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #checked = new BoundedCache<Checked>(KEPT);

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  check(text: string): Checked {
    return this.#checked.remember(text, () => {
      try {
        const document = parse(text, { maxTokens: MOST_TOKENS });
        const errors = validate(this.#schema, document, undefined, { maxErrors: MOST_ERRORS });
        return errors.length > 0
          ? { errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) }
          : { document: withoutTokens(document) };
      } catch (error) {
        if (error instanceof GraphQLError) return { errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] };
        throw error;
      }
    });
  }
}

/** The tokens, of which every node holds its first and last, take more memory than the nodes. Places in the text stay. */
function withoutTokens(document: DocumentNode): DocumentNode {
  visit(document, {
    enter({ loc }) {
      if (loc) Object.assign(loc, { startToken: undefined, endToken: undefined });
    },
  });
  return document;
}

const coded = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code },
  });

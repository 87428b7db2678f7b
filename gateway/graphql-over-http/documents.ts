import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, parse, validate, visit } from 'graphql';
import { BoundedCache } from '../engine/bounded-cache.ts';
import { fragmentsOf } from '../engine/fragments.ts';
import { compileCost } from '../limits/cost/compile-cost.ts';
import { amountFor, type Variables } from '../limits/cost/cost.ts';
import { type Prices, readPrices } from '../limits/cost/prices.ts';
import { refusedUnvalidated } from '../limits/judge-document.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from '../limits/limits.ts';
import { refusedUnparsed } from '../limits/scan.ts';

const KEPT = 1000;
const MOST_ERRORS = 20;

/** A document that may be run. */
export interface Valid {
  document: DocumentNode;
  /** Whether it asks for the schema. */
  introspects: boolean;
  /** What its operation of that name may cost, or the only one; 0 where it is not clear which is meant. */
  costOf(operationName: string | undefined, variables: Variables): number;
  errors?: undefined;
}

/** A document that may be run, or why it may not. */
export type Checked = Valid | { errors: GraphQLError[]; document?: undefined };

export interface DocumentOptions {
  schema: GraphQLSchema;
  /** Its SDL, in which the costs are. */
  supergraph: string;
}

/** Parses, measures, validates and prices each document once; also the bad ones, which clients repeat as well. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #prices: Prices;
  readonly #limits: DocumentLimits;
  readonly #checked = new BoundedCache<Checked>(KEPT);

  constructor({ schema, supergraph }: DocumentOptions, limits: DocumentLimits = DOCUMENT_LIMITS) {
    this.#schema = schema;
    this.#prices = readPrices(supergraph);
    this.#limits = limits;
  }

  check(text: string): Checked {
    return this.#checked.remember(text, () => {
      const unread = refusedUnparsed(text, this.#limits);
      if (unread) return { errors: [unread] };
      try {
        return this.#judge(parse(text));
      } catch (error) {
        if (error instanceof GraphQLError) return { errors: [coded(error, 'GRAPHQL_PARSE_FAILED')] };
        throw error;
      }
    });
  }

  #judge(document: DocumentNode): Checked {
    const refusals = refusedUnvalidated(document, this.#limits);
    if (refusals.length > 0) return { errors: refusals };
    const errors = validate(this.#schema, document, undefined, { maxErrors: MOST_ERRORS });
    if (errors.length > 0) return { errors: errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) };
    return {
      document: withoutTokens(document),
      introspects: introspects(document),
      costOf: this.#costs(document),
    };
  }

  #costs(document: DocumentNode): Valid['costOf'] {
    const fragments = fragmentsOf(document);
    const priced = { schema: this.#schema, prices: this.#prices };
    const costs = document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [{ name: definition.name?.value, cost: compileCost(definition, fragments, priced) }]
        : [],
    );
    return (operationName, variables) => {
      const meant = operationName
        ? costs.find(({ name }) => name === operationName)
        : costs.length === 1
          ? costs[0]
          : undefined;
      return meant ? amountFor(meant.cost, variables) : 0;
    };
  }
}

function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name: { value: name } }) {
      if (name === '__schema' || name === '__type') found = true;
    },
  });
  return found;
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

/** What one operation may add up to, with its fragments expanded. Judged once for each document, before it is validated. */
export interface DocumentLimits {
  /** Of the whole document: it is not even parsed beyond. */
  tokens: number;
  /** Brackets of any kind within each other, of the whole document: a parser goes as deep. */
  nesting: number;
  /** Fields within fields. */
  depth: number;
  fields: number;
  rootFields: number;
  aliases: number;
  directives: number;
}

/**
 * With room above whatever the hub's own clients send: GraphiQL's introspection is 15 deep, the first question has some 60 fields.
 *
 * Of the documents that cost most, one of 5,000 tokens is validated in 0.2 s and planned in 0.4 s, on a thread of the
 * planner's own; one of 15,000 takes 0.6 s and 4 s.
 */
export const DOCUMENT_LIMITS: DocumentLimits = {
  tokens: 5_000,
  nesting: 100,
  depth: 20,
  fields: 2_000,
  rootFields: 50,
  aliases: 100,
  directives: 100,
};

/** What an operation may cost: objects that it may give, by the sizes of its lists. */
export const COST_LIMIT = 25_000;

/** Lists within lists of the variables, as deep as programs that look through them can go. */
export const VARIABLES_NESTING = 100;

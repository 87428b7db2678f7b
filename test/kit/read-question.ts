import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

/** A question that a schema can answer, or why it cannot. */
export type Question =
  | { document: DocumentNode; errors?: undefined }
  | { document?: undefined; errors: readonly GraphQLError[] };

const read = new WeakMap<GraphQLSchema, Map<string, Question>>();

/** Reads a question and checks it against the schema, once for all who ask it: some tests do so thousands of times. */
export function readQuestion(schema: GraphQLSchema, source: string): Question {
  const ofSchema = read.get(schema) ?? new Map<string, Question>();
  read.set(schema, ofSchema);
  const question = ofSchema.get(source) ?? check(schema, source);
  ofSchema.set(source, question);
  return question;
}

function check(schema: GraphQLSchema, source: string): Question {
  try {
    const document = parse(source);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

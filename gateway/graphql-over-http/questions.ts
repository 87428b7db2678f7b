import type { IncomingMessage } from 'node:http';
import { type DocumentNode, GraphQLError, getOperationAST, OperationTypeNode } from 'graphql';
import { targetOf } from '../../shared/http/target.ts';
import type { Gate } from '../limits/admission.ts';
import { introspectionRefused, withoutSuggestions } from '../limits/introspection.ts';
import { VARIABLES_NESTING } from '../limits/limits.ts';
import { nestsDeeper } from '../limits/nesting.ts';
import { refusal } from '../limits/refusal.ts';
import type { DocumentSource } from './document-source.ts';
import type { Documents } from './documents.ts';
import { HttpProblem } from './http-problem.ts';
import { type Parameters, parametersOfBody, parametersOfSearch } from './parameters.ts';

/** Reads the body of a POST, as large as this caller may send one. */
export type ReadBody = () => Promise<string>;

/** An operation of the graph that a client asked for. */
export interface Asked {
  source: string;
  document: DocumentNode;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
  /** Undefined where it is not clear which one of the document is meant. */
  kind: OperationTypeNode | undefined;
  /** Objects that it may give, at most. */
  cost: number;
}

/** What a request asks, or why it is refused. */
export type Read = Asked | { errors: readonly GraphQLError[] };

/** What a question costs that never runs, or whose answer is kept. */
const READING = 1;

interface Parts<C> {
  documents: Documents;
  sources: DocumentSource<C>;
  gate: Gate<C>;
}

/** Reads what callers ask, by whatever transport, and judges it against all limits before anything of it is executed. */
export class Questions<C> {
  readonly #documents: Documents;
  readonly #sources: DocumentSource<C>;
  readonly #gate: Gate<C>;

  constructor({ documents, sources, gate }: Parts<C>) {
    this.#documents = documents;
    this.#sources = sources;
    this.#gate = gate;
  }

  /** Reads what a request over HTTP asks. Throws HttpProblem where it is none of GraphQL's, or comes too soon. */
  async ask(request: IncomingMessage, readBody: ReadBody, context: C): Promise<Read> {
    let parameters: Parameters;
    try {
      parameters = await parametersOf(request, readBody);
    } catch (error) {
      if (error instanceof HttpProblem) this.#gate.note(error.code);
      throw error;
    }
    return this.read(parameters, context);
  }

  /**
   * Finds the operation that the parameters mean, or why they mean none that this caller may run. That costs the caller
   * a little, whatever comes of it. Throws HttpProblem.
   */
  read(parameters: Parameters, context: C): Read {
    this.charge(READING, context);
    const read = this.#read(parameters, context);
    if (!('errors' in read)) return read;
    this.#gate.note(read.errors[0]?.extensions.code);
    return { errors: this.shown(read.errors, context) };
  }

  /** A question of the gateway's own, which no limit is for. */
  own(source: string, variables: Record<string, unknown>): Read {
    const { document, errors } = this.#documents.check(source);
    if (!document) return { errors };
    return { source, document, operationName: undefined, variables, kind: OperationTypeNode.QUERY, cost: 0 };
  }

  /** Takes what something costs from whoever asks; throws HttpProblem where that is more than is left. */
  charge(cost: number, context: C): void {
    this.#gate.charge(cost, context);
  }

  /** Who may not ask for the schema is not told names of it either. */
  shown(errors: readonly GraphQLError[], context: C): readonly GraphQLError[] {
    return this.#gate.mayIntrospect(context) ? errors : withoutSuggestions(errors);
  }

  #read(parameters: Parameters, context: C): Read {
    try {
      const source = this.#sources.textOf(parameters, context);
      if (source === undefined) throw new HttpProblem(400, 'BAD_REQUEST', 'The request has no `query`.');
      const checked = this.#documents.check(source);
      if (!checked.document) return checked;
      if (checked.introspects && !this.#gate.mayIntrospect(context)) return { errors: [introspectionRefused()] };

      const { document } = checked;
      const { operationName, variables } = parameters;
      if (nestsDeeper(variables, VARIABLES_NESTING)) return { errors: [tooNested()] };
      const cost = checked.costOf(operationName, variables ?? {});
      this.#gate.onPriced(cost);
      if (cost > this.#gate.cost) return { errors: [tooCostly(cost, this.#gate.cost)] };
      const kind = getOperationAST(document, operationName)?.operation;
      return { source, document, operationName, variables, kind, cost };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }
}

async function parametersOf(request: IncomingMessage, readBody: ReadBody): Promise<Parameters> {
  const { method, headers } = request;
  if (method === 'POST') return parametersOfBody(headers['content-type'], await readBody());
  if (method === 'GET') return parametersOfSearch(new URLSearchParams(targetOf(request).search));
  throw new HttpProblem(405, 'METHOD_NOT_ALLOWED', 'GraphQL is asked with POST, or with GET.', { allow: 'GET, POST' });
}

const tooCostly = (asked: number, limit: number): GraphQLError =>
  refusal(
    'TOO_COSTLY',
    `The operation may give ${asked} objects; the limit is ${limit}. Lists within lists multiply: ask for fewer at once (\`first\`), and for the next by \`after\`.`,
    { limit, asked },
  );

const tooNested = (): GraphQLError =>
  refusal('TOO_DEEP', `The variables nest deeper than ${VARIABLES_NESTING}. No argument of the graph does.`, {
    limit: VARIABLES_NESTING,
  });

import { HttpProblem } from './http-problem.ts';

/** What GraphQL over HTTP lets a request carry. */
export interface Parameters {
  query: string | undefined;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
  extensions: Record<string, unknown> | undefined;
  /** Names a registered document, in the place of `query`. */
  documentId?: string | undefined;
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const OTHER_CHARSET = /charset\s*=\s*(?!"?utf-?8)/i;

/** Reads the parameters of a POST. Throws HttpProblem where the body is none that a server has to take. */
export function parametersOfBody(contentType: string | undefined, body: string): Parameters {
  if (!JSON_TYPE.test(contentType ?? '') || OTHER_CHARSET.test(contentType ?? '')) {
    throw new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send JSON in UTF-8, with `content-type: application/json`.');
  }
  const parsed = parseJson(body, 'The body');
  if (Array.isArray(parsed)) {
    const message = `The body has ${parsed.length} operations; the limit is one. Send each as a request of its own.`;
    throw new HttpProblem(400, 'BATCH_REFUSED', message);
  }
  return checked(mapOf(parsed, 'The body'));
}

/** Reads the parameters of a GET, whose variables and extensions are JSON in the address. */
export function parametersOfSearch(search: URLSearchParams): Parameters {
  const json = (name: string): unknown => {
    const text = search.get(name);
    return text ? parseJson(text, `The parameter \`${name}\``) : undefined;
  };
  return checked({
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName') ?? undefined,
    variables: json('variables'),
    extensions: json('extensions'),
    documentId: search.get('documentId') ?? undefined,
  });
}

function checked({ query, operationName, variables, extensions, documentId }: Record<string, unknown>): Parameters {
  return {
    query: textOf(query, 'query'),
    operationName: textOf(operationName, 'operationName') || undefined,
    variables: variables == null ? undefined : mapOf(variables, '`variables`'),
    extensions: extensions == null ? undefined : mapOf(extensions, '`extensions`'),
    documentId: textOf(documentId, 'documentId'),
  };
}

function textOf(value: unknown, name: string): string | undefined {
  if (value == null) return undefined;
  if (typeof value !== 'string') throw bad(`\`${name}\` is a text.`);
  return value;
}

function mapOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(`${what} is a JSON object.`);
  return value as Record<string, unknown>;
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bad(`${what} is no JSON.`);
  }
}

const bad = (message: string): HttpProblem => new HttpProblem(400, 'BAD_REQUEST', message);

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { uuidOf } from '../../shared/global-id/global-id.ts';
import { refuse } from '../../shared/http/json.ts';
import { targetOf } from '../../shared/http/target.ts';
import { type Caller, grantedScopes, hasScope, isAnonymous } from '../../shared/trust/caller.ts';
import { HungUp, OwnGraph } from '../exports/own-graph.ts';
import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import type { Graph } from '../live-graph/graph.ts';
import { gatherPerson, type PersonFile } from './gather-person.ts';
import { personQuestions, readAccess } from './person-questions.ts';

const FILE = /^\/people\/([^/]+)\/data\.json$/;

export const isPersonPath = (path: string): boolean => FILE.test(path);

/** For each graph that is served, as long as it is. */
const access = new WeakMap<object, GraphQLSchema>();

/** `GET /people/<Beneficiary id>/data.json`: all that is kept of a person, for the person or for whoever acts for the person. */
export async function answerPerson<C extends { caller: Caller }>(
  request: IncomingMessage,
  response: ServerResponse,
  context: C,
  graph: Graph<C>,
): Promise<void> {
  try {
    const [, id = ''] = FILE.exec(targetOf(request).path) ?? [];
    assertMayAsk(request, context.caller);
    if (uuidOf('Beneficiary', id) === null) throw nobody();
    const schema = access.get(graph) ?? readAccess(graph.engine.supergraph);
    access.set(graph, schema);
    const questions = personQuestions(schema, grantedScopes(context.caller));
    send(response, await gatherPerson(new OwnGraph(graph.http, context, response), id, questions));
  } catch (error) {
    if (error instanceof HungUp) return;
    if (!(error instanceof HttpProblem)) throw error;
    for (const [header, value] of Object.entries(error.headers)) response.setHeader(header, value);
    refuse(response, error.status, error.code, error.message);
  }
}

function assertMayAsk({ method }: IncomingMessage, caller: Caller): void {
  if (method !== 'GET') {
    throw new HttpProblem(405, 'METHOD_NOT_ALLOWED', 'A file is taken with GET.', { allow: 'GET' });
  }
  const isForPerson = caller.purpose === 'CASE_WORK' || caller.purpose === 'DATA_SUBJECT';
  if (isForPerson && hasScope(caller, 'people:read')) return;
  if (isAnonymous(caller)) {
    throw new HttpProblem(401, 'UNAUTHENTICATED', 'All that is kept of a person takes a token.', {
      'www-authenticate': 'Bearer',
    });
  }
  const message =
    'All that is kept of a person is for the scope people:read with the purpose CASE_WORK or DATA_SUBJECT.';
  throw new HttpProblem(403, 'FORBIDDEN', message);
}

const nobody = () => new HttpProblem(404, 'NOT_FOUND', 'There is no such person, or not for you.');

/** Throws where there is nothing to send; a part of it is sent, and says what is missing. */
function send(response: ServerResponse, file: PersonFile): void {
  if (!file.person && file.complete) throw nobody();
  if (!file.person) {
    const why = file.missing.map(({ message }) => message).join(' ');
    throw new HttpProblem(503, 'SUBGRAPH_UNAVAILABLE', `The Centre could not be asked; ask again later. ${why}`);
  }
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="person.json"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(`${JSON.stringify(file, null, 2)}\n`);
}

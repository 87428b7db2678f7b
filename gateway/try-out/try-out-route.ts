import type { JsonWebKey } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, refuse } from '../../shared/http/json.ts';
import { targetOf } from '../../shared/http/target.ts';
import { isSameSecret } from '../identity/same-secret.ts';
import { issueToken } from './issue-token.ts';
import { isPersona, PERSONAS } from './personas.ts';
import { tryOutCode } from './try-out-code.ts';

const ROLES = /^\/try-out\/roles(?:\/([\w-]+))?$/;

export const isTryOutPath = (path: string): boolean => ROLES.test(path);

/** Whom the page lets one choose; a person whom the records are about has a record first. */
const CHOICES = Object.keys(PERSONAS).filter((name) => name !== 'data-subject');

/**
 * `GET /try-out/roles` lists as whom the hub may be tried out, `POST /try-out/roles/<name>` gives a token, to who sends the code that
 * `npm start` printed. @param key - of the embedded issuer, with its private part; undefined where there is none, as in production
 */
export async function answerTryOut(
  request: IncomingMessage,
  response: ServerResponse,
  key: JsonWebKey | undefined,
): Promise<void> {
  if (!key) return refuse(response, 404, 'NOT_FOUND', 'This hub is not to be tried out. Sign in with your own token.');
  if (!isSameSecret(request.headers.authorization ?? '', `Bearer ${tryOutCode(key)}`)) {
    return refuse(
      response,
      401,
      'UNAUTHENTICATED',
      'Open the address that `npm start` printed for trying the hub out.',
    );
  }
  const [, name] = ROLES.exec(targetOf(request).path) ?? [];
  const method = name === undefined ? 'GET' : 'POST';
  if (request.method !== method) {
    response.setHeader('allow', method);
    return refuse(response, 405, 'METHOD_NOT_ALLOWED', `This is asked with ${method}.`);
  }
  if (name === undefined) return answerJson(response, 200, { roles: CHOICES });
  if (!isPersona(name) || !CHOICES.includes(name)) {
    return refuse(response, 404, 'NOT_FOUND', `Nobody is called ${JSON.stringify(name)} here.`);
  }
  answerJson(response, 200, { token: await issueToken(key, { as: name }) });
}

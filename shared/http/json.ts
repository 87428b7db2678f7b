import type { ServerResponse } from 'node:http';

/** Answers with one GraphQL error, for what is refused before GraphQL begins. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  facts: Record<string, unknown> = {},
): void {
  answerJson(response, status, { errors: [{ message, extensions: { ...facts, code } }] });
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(`${JSON.stringify(body)}\n`);
}

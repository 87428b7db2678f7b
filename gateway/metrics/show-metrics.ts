import type { ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';

/** Answers in Prometheus' text form. */
export async function showMetrics(response: ServerResponse, registry: Registry): Promise<void> {
  const text = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
}

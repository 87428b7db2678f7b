/** Which log a URL means. */
export function eventLogKind(url: string): 'postgresql' | 'nats' {
  const scheme = url.split(':', 1)[0];
  if (scheme === 'postgresql' || scheme === 'postgres') return 'postgresql';
  if (scheme === 'nats') return 'nats';
  throw new Error(`EVENTS_URL begins with ${scheme}:, but the event log is at a postgresql:// or at a nats:// URL.`);
}

import { createHash } from 'node:crypto';

/** By what clients, logs and manifests name a document: its SHA-256. */
export const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');

/** GraphQL over HTTP writes `sha256:` before it. */
export const bareHash = (id: string): string => id.replace(/^sha256:/i, '').toLowerCase();

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { readManifest } from '../graphql-over-http/registered-operations.ts';

const MANIFEST = 'gateway/dashboard/app/graph/generated/persisted-documents.json';

/** The operations of the dashboard by their hashes: it sends nothing else, and they run wherever it is served. */
export const dashboardOperations = (): ReadonlyMap<string, string> =>
  readManifest(readFileSync(path.join(projectRoot(), MANIFEST), 'utf8'));

import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../infra/postgres/postgres.ts';
import { keep } from './postgres.ts';

/** One real PostgreSQL for the whole run; each worker makes databases of its own in it. */
export default async function setUp(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'hub-test-'));
  const postgres = await startPostgres({ home, password: 'test', disposable: true });
  process.env.TEST_POSTGRES_URL = postgres.adminUrl;
  process.env.TEST_DEMO_HOME = path.join(home, 'demo'); // whoever first wants it makes it
  process.env.NODE_COMPILE_CACHE = path.join(home, 'compiled'); // tests start the same programs over and over
  process.env.PSEUDONYM_KEY_INSTITUTIONS = randomBytes(32).toString('base64url');
  keep(home, postgres);
}

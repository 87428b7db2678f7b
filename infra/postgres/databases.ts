import pg from 'pg';

/** Makes the role and its database where they are not there yet; no other role may connect to it. */
export async function ensureDatabase(adminUrl: string, name: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = client.escapeIdentifier(name);
    const known = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    await client.query(
      `${known.rowCount ? 'alter' : 'create'} role ${role} login password ${client.escapeLiteral(password)}`,
    );
    const made = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!made.rowCount) await client.query(`create database ${role} owner ${role}`);
    await client.query(`revoke connect on database ${role} from public`);
  } finally {
    await client.end();
  }
}

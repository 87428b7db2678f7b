import pg from 'pg';

/** Makes the role and its database where they are not there yet; no other role may connect to it. */
export async function ensureDatabase(adminUrl: string, name: string, password: string): Promise<void> {
  await ensureRole(adminUrl, name, password);
  await asAdmin(adminUrl, async (client) => {
    const role = client.escapeIdentifier(name);
    const made = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!made.rowCount) await client.query(`create database ${role} owner ${role}`);
    await client.query(`revoke connect on database ${role} from public`);
  });
}

/** Makes the role, which may log in and no more, where it is not there yet. */
export async function ensureRole(adminUrl: string, name: string, password: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    await client.query(
      `${known.rowCount ? 'alter' : 'create'} role ${client.escapeIdentifier(name)}
       login password ${client.escapeLiteral(password)}`,
    );
  });
}

async function asAdmin(adminUrl: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}

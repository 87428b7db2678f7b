import pg from 'pg';

/** The role that owns the tables of a subgraph's database, beside the one that runs the subgraph. */
export const ownerOf = (database: string): string => `${database}_owner`;

/** Makes the database and the role that owns it, where they are not there yet; no other role may connect to it. */
export async function ensureDatabase(
  adminUrl: string,
  database: string,
  { owner, password }: { owner: string; password: string },
): Promise<void> {
  await ensureRole(adminUrl, owner, password);
  await asAdmin(adminUrl, async (client) => {
    const [name, role] = [client.escapeIdentifier(database), client.escapeIdentifier(owner)];
    const made = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!made.rowCount) await client.query(`create database ${name} owner ${role}`);
    await client.query(`revoke all on database ${name} from public`);
  });
}

/** Makes a role that may connect to the database, and owns nothing in it: what it owned goes to the database's owner. */
export async function ensureUser(
  adminUrl: string,
  database: string,
  { user, password }: { user: string; password: string },
): Promise<void> {
  await ensureRole(adminUrl, user, password);
  const [name, role, owner] = [database, user, ownerOf(database)].map((one) => pg.escapeIdentifier(one));
  const within = Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
  await asAdmin(within, async (client) => {
    await client.query(`alter database ${name} owner to ${owner}`);
    await client.query(`reassign owned by ${role} to ${owner}`);
    await client.query(`grant connect on database ${name} to ${role}`);
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

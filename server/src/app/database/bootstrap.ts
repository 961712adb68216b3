import pg from 'pg';
import { Refusal, settingRefusal } from '../refusal.ts';
import { rolePassword, type DatabaseRole, type Endpoint } from './endpoint.ts';
import { checkSecret } from './secret-mark.ts';
import { scramVerifier } from './scram.ts';
import { withClient } from './with-client.ts';

/** The least version whose SQL the hub is written for. */
const leastVersion = 150_000;

/** Makes the embedded server's database once. */
export async function prepareEmbedded(endpoint: Endpoint): Promise<void> {
  await withClient(endpoint.on('postgres').as('hub_owner'), async client => {
    const found = await client.query('select from pg_database where datname = $1', [endpoint.database]);
    if (found.rowCount === 0) await createDatabase(client, endpoint.database);
  });
}

/** Creates a database whose order and letters are the same on every machine and whose trigrams know Chinese. */
export async function createDatabase(client: pg.ClientBase, name: string): Promise<void> {
  const version = await serverVersion(client);
  const letters =
    version >= 170_000
      ? `locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C.UTF-8'`
      : `lc_collate 'C' lc_ctype 'C.UTF-8'`;
  const owner = await client.query(
    `select from pg_roles where rolname = 'hub_owner' and pg_has_role(rolname, 'member')`,
  );
  const as = owner.rowCount === 1 ? 'owner hub_owner' : '';
  await client.query(
    `create database ${pg.escapeIdentifier(name)} ${as} template template0 encoding 'UTF8' ${letters}`,
  );
}

/** Makes a foreign server ready: roles, their rights, and hub_app's sign-in. Runs as the user of DATABASE_URL. */
export async function prepareServer(url: string, endpoint: Endpoint, secret: string): Promise<void> {
  try {
    await ensureDatabase(url, endpoint);
    await withClient({ connectionString: url }, async client => {
      await checkServer(client);
      await ensureRoles(client);
      await ensureRights(client, endpoint.database);
      // Before a sign-in is set anew: a wrong secret must not lock the right hub out.
      await checkSecret(endpoint, secret);
      for (const role of ['hub_app', 'hub_report'] as const)
        await ensureSignIn(client, endpoint, role, secret);
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code = '', message } = error as { code?: string; message: string };
    throw settingRefusal(
      'DATABASE_URL',
      `数据库无法使用（${code || message}）`,
      `cannot be used (${code} ${message})`,
    );
  }
}

async function ensureDatabase(url: string, endpoint: Endpoint): Promise<void> {
  try {
    await withClient({ connectionString: url }, async () => undefined);
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
    const server = new URL(url);
    server.pathname = '/postgres';
    await withClient({ connectionString: server.href }, async client => {
      await ensureRoles(client);
      await createDatabase(client, endpoint.database);
    });
  }
}

async function checkServer(client: pg.ClientBase): Promise<void> {
  if ((await serverVersion(client)) < leastVersion) {
    throw settingRefusal('DATABASE_URL', '需要 PostgreSQL 15 或更新版本', 'needs PostgreSQL 15 or newer');
  }
  const { rows } = await client.query<{ encoding: string }>(
    'select pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()',
  );
  if (rows[0]?.encoding !== 'UTF8') {
    throw settingRefusal('DATABASE_URL', '数据库编码应为 UTF8', 'the database must be encoded in UTF8');
  }
}

async function ensureRoles(client: pg.ClientBase): Promise<void> {
  for (const role of ['hub_owner', 'hub_app', 'hub_report']) {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login; end if;
    exception when duplicate_object then null; end $$`);
  }
  // Membership is what lets the administrator act as the owner; a superuser needs none.
  await client.query(`do $$ begin
    if not pg_has_role('hub_owner', 'member') then execute format('grant hub_owner to %I', current_user); end if;
  end $$`);
}

async function ensureRights(client: pg.ClientBase, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  await client.query(`do $$ begin
    if not (has_database_privilege('hub_owner', current_database(), 'create')
        and has_schema_privilege('hub_owner', 'public', 'create with grant option')) then
      grant create on database ${name} to hub_owner;
      grant usage, create on schema public to hub_owner with grant option;
    end if;
  end $$`);
}

/** Sets the derived password only where the sign-in does not work yet: another hub may share the server. */
async function ensureSignIn(
  client: pg.ClientBase,
  endpoint: Endpoint,
  role: DatabaseRole,
  secret: string,
): Promise<void> {
  const tryIt = (): Promise<void> => withClient(endpoint.as(role), async () => undefined);
  try {
    await tryIt();
  } catch {
    await client.query(
      `alter role ${role} with login password '${scramVerifier(rolePassword(role, secret))}'`,
    );
    await tryIt().catch((error: Error & { code?: string }) => {
      throw settingRefusal(
        'DATABASE_URL',
        `${role} 无法登录，请在 pg_hba.conf 中允许口令登录（${error.code ?? ''}）`,
        `${role} cannot sign in; allow password sign-in in pg_hba.conf (${error.code ?? ''})`,
      );
    });
  }
}

async function serverVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  return rows[0]?.version ?? 0;
}

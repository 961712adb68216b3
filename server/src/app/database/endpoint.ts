import { hkdfSync } from 'node:crypto';
import type { ClientConfig } from 'pg';

/** The database roles of the hub: migrations and grants, the hub at work, reports by other programs. */
export type DatabaseRole = 'hub_owner' | 'hub_app' | 'hub_report';

/** A server and a database on it, and how each role signs in there. */
export interface Endpoint {
  readonly database: string;
  as(role: DatabaseRole, options?: Readonly<Record<string, string>>): ClientConfig;
  /** Another database of the same server. */
  on(database: string): Endpoint;
}

/** The calendar of every session; nothing may depend on the machine's. */
const always = { TimeZone: 'Asia/Shanghai', search_path: 'public' };

const flags = (options: Readonly<Record<string, string>>): string =>
  Object.entries(options)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/** The embedded server: the operating system vouches for the hub, no secret is needed. */
export function socketEndpoint(socketDir: string, database = 'hub'): Endpoint {
  return {
    database,
    as: (role, options = {}) => ({
      host: socketDir,
      port: 5432,
      user: role,
      database,
      options: flags({ ...always, ...options }),
    }),
    on: other => socketEndpoint(socketDir, other),
  };
}

/**
 * A server named by DATABASE_URL. Its user acts as hub_owner by `set role`; hub_app signs in by itself, with a
 * password nobody has to keep: it is derived from HUB_SECRET.
 */
export function urlEndpoint(url: string, secret: string): Endpoint {
  const parsed = new URL(url);
  const database = parsed.searchParams.get('database') ?? decodeURIComponent(parsed.pathname.slice(1));
  return {
    database,
    as(role, options = {}) {
      const own = new URL(url);
      const settings: Record<string, string> = { ...always, ...options };
      if (role === 'hub_owner') settings['role'] = role;
      else {
        own.searchParams.set('user', role);
        own.searchParams.set('password', rolePassword(role, secret));
      }
      const given = own.searchParams.get('options') ?? '';
      own.searchParams.set('options', `${given} ${flags(settings)}`.trim());
      return { connectionString: own.href };
    },
    on(other) {
      const own = new URL(url);
      own.searchParams.delete('database');
      own.pathname = `/${encodeURIComponent(other)}`;
      return urlEndpoint(own.href, secret);
    },
  };
}

/** The sign-in password of a role, the same for every hub with this secret. */
export function rolePassword(role: DatabaseRole, secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'hexie-hub', `database role: ${role}`, 32)).toString(
    'base64url',
  );
}

import type { Config } from '../../server/src/app/config.ts';
import { createServer } from '../../server/src/app/server.ts';
import { createServices, type Services } from '../../server/src/app/services.ts';
import type { Role } from '../../server/src/access/roles.ts';
import { shanghaiDay } from '../../server/src/kernel/days.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

/** A hub that answers real HTTP on a database of its own, with a clock that the test moves. */
export interface RunningHub extends TestHub {
  readonly app: Awaited<ReturnType<typeof createServer>>;
  readonly origin: string;
  readonly services: Services;
  readonly log: string[];
  /** The hub's present. */
  now(): Date;
  /** Moves the hub's clock on. */
  wait(milliseconds: number): void;
  /** A token of a role; TOWN gets the town given. */
  token(role: Role, town?: string): Promise<string>;
  graphql(query: string, options?: AskOptions): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export interface AskOptions {
  readonly token?: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: AnswerError[];
  readonly code: string | undefined;
}

interface AnswerError {
  readonly message: string;
  readonly path?: (string | number)[];
  readonly extensions: { code: string; fields?: Record<string, string>; incident?: string; version?: number };
}

export async function startHub(
  publicUrl = 'http://localhost:4000',
  { audit, ...more }: Partial<Pick<Config, 'oidc' | 'trustedProxies' | 'rates' | 'audit'>> = {},
): Promise<RunningHub> {
  const base = await freshDatabase();
  let moved = 0;
  const now = (): Date => new Date(Date.parse('2026-11-23T02:00:00Z') + moved);
  const clock = { now, today: () => shanghaiDay(now()) };
  const services = createServices({ ...base, clock, ...(audit && { keeping: audit }) });
  const log: string[] = [];
  const app = await createServer({
    config: { publicUrl, logLevel: 'info', ...more },
    services,
    logStream: { write: line => void log.push(line) },
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    ...base,
    app,
    origin,
    services,
    log,
    post,
    now,
    wait: milliseconds => void (moved += milliseconds),
    async token(role, town = 'LUORONG') {
      const name = `${role} test`;
      const limits = role === 'TOWN' ? { town } : role === 'ENTERPRISE' ? { enterprise: uscc } : {};
      return (await services.access.addToken({ name, role, ...limits }, 'test')).token;
    },
    async graphql(query, { token, variables, headers } = {}) {
      const sent = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers };
      const response = await post('/graphql', { query, variables }, sent);
      const { data, errors = [] } = (await response.json()) as {
        data?: Answer['data'];
        errors?: AnswerError[];
      };
      return { status: response.status, data, errors, code: errors[0]?.extensions.code };
    },
    async close() {
      await app.close();
      await base.close();
    },
  };
}

/** A code that passes its check and names nobody. */
export const uscc = '91450299MA5TETT00U';

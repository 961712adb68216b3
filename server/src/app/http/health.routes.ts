import type { FastifyInstance } from 'fastify';
import type { Database } from '../../kernel/database.ts';

/** What tells whether the hub is well. */
export interface HealthDeps {
  readonly database: Database;
  /** What the start still waits for, such as `demo`; nothing once the hub is ready. The database is migrated before it is opened. */
  readonly pending: () => readonly string[];
}

const nobody = { actor: 'health', towns: [], channels: [] } as const;

/** `/healthz`: the process answers. `/readyz`: so does the database, and a first start has loaded its demo. */
export function registerHealthRoutes(app: FastifyInstance, { database, pending }: HealthDeps): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const reachable = await within(2_000, database.read(nobody, 'select 1'));
    const waiting = [...(reachable ? [] : ['database']), ...pending()];
    if (waiting.length === 0) return { status: 'ready' };
    return reply.code(503).header('retry-after', '2').send({ status: 'waiting', waiting });
  });
}

/** Whether the work succeeds in time. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>(resolve => (timer = setTimeout(() => resolve(false), milliseconds)));
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

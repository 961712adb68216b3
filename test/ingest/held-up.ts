import type { Database } from '../../server/src/kernel/database.ts';

/** Holds the imports up while the work is done, as another import would. */
export async function heldUp<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  const [holds, release] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const held = database.transaction({ actor: 'test', towns: '*', channels: '*', kinds: '*' }, async query => {
    await query(`select pg_advisory_xact_lock(hashtext('hub.import'))`);
    holds.resolve(undefined);
    await release.promise;
  });
  await holds.promise;
  try {
    return await work();
  } finally {
    release.resolve(undefined);
    await held;
  }
}

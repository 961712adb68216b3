import type { Config } from '../../server/src/app/config.ts';
import { startHub, type RunningHub as Hub } from './hub.ts';

/** A hub with single sign-on, where people are linked with identities. */
export interface RunningHub extends Hub {
  link(person: number, issuer: string, subject: string): Promise<void>;
}

/** Starts it; the issuer may be anything that answers, or nothing at all. */
export async function hub(publicUrl: string, more: Partial<Pick<Config, 'oidc'>>): Promise<RunningHub> {
  const running = await startHub(publicUrl, more);
  return {
    ...running,
    async link(person, issuer, subject) {
      const sql = 'insert into person_identity (person_id, issuer, subject) values ($1, $2, $3)';
      await running.owner(sql, [person, issuer, subject]);
    },
  };
}

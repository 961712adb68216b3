import type { Role } from '../../server/src/access/roles.ts';
import type { AccessHub, Someone } from '../access/support.ts';

/** Somebody who may do it, and what they ask for. */
export type Case = () => Promise<{ readonly by: Role | Someone; readonly input: object; readonly during?: <R>(work: () => Promise<R>) => Promise<R> }>; // prettier-ignore

/** The acts on saved views and on the links of walls, in an order in which each finds what it needs. */
export function viewAndWallCases(access: () => AccessHub): Record<string, Case> {
  const newest = async (table: string, kind: string) => {
    const [row] = await access().hub.owner(`select id, version from ${table} order by id desc limit 1`);
    return { id: `${kind}:${String(row?.['id'])}`, version: row?.['version'] };
  };
  const view = () => newest('saved_view', 'SavedView');
  const path = '/explore?by=town';
  const wall = { name: 'audited', pages: ['OVERVIEW'], expiresOn: '2027-11-24' };
  return {
    saveView: async () => ({ by: 'LEADER', input: { name: '会前先看', path, shared: true } }),
    renameView: async () => ({ by: 'LEADER', input: { ...(await view()), name: '会后再看' } }),
    deleteView: async () => ({ by: 'LEADER', input: await view() }),
    createWallLink: async () => ({ by: 'OFFICE', input: wall }),
    revokeWallLink: async () => ({
      by: 'SECURITY',
      input: { ...(await newest('wall_link', 'WallLink')), reason: '拆除' },
    }),
  };
}

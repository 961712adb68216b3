import { accessHub } from '../access/support.ts';

/** A wall link as a test reads it. */
export interface WallRead {
  readonly id: string;
  readonly version: number;
  readonly lastUsedAt: string | null;
}
/** A link just made, with its address. */
export interface MadeWall {
  readonly path: string | null;
  readonly wallLink: WallRead;
}
export const link = 'wallLink { id name town { code } pages expiresOn live lastUsedAt lastAddress revokedBy revokeReason version }'; // prettier-ignore
export const fields = `path ${link}`;
export const every = { name: '一楼大厅', pages: ['CERTIFICATION', 'OVERVIEW'], expiresOn: '2027-11-24' };

/** What a wall sends with each request. */
export const byWall = (key: string): Record<string, string> => ({
  authorization: `Wall ${key}`,
  'accept-language': 'en',
});

/** A hub with everything a test asks it about walls. */
export async function wallHub() {
  const its = await accessHub();
  const make = (input: object = {}) => its.act('OFFICE', 'createWallLink', { ...every, ...input }, fields);
  async function made(input: object = {}): Promise<{ key: string; wall: WallRead }> {
    const all = { ...every, ...input };
    const { path, wallLink } = await its.done<MadeWall>('OFFICE', 'createWallLink', all, fields);
    return { key: path?.split('#')[1] ?? '', wall: wallLink };
  }
  const revoke = ({ id, version }: WallRead) =>
    its.act('SECURITY', 'revokeWallLink', { id, version, reason: '拆除' }, link);
  const askBy = (key: string, query: string, variables = {}) =>
    its.hub.graphql(query, { variables, headers: byWall(key) });
  async function read(id: string): Promise<WallRead | undefined> {
    const { data } = await its.ask('AUDITOR', `{ wallLinks(first: 100) { nodes { id version lastUsedAt lastAddress live } } }`);
    return (data?.['wallLinks'] as { nodes: WallRead[] }).nodes.find(one => one.id === id);
  } // prettier-ignore
  return { ...its, make, made, revoke, askBy, read };
}
export type WallHub = Awaited<ReturnType<typeof wallHub>>;

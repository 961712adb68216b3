import { accessHub, type AccessHub } from './support.ts';

/** A token as a test reads it. */
export interface TokenRead {
  readonly id: string;
  readonly version: number;
  readonly expiresOn: string;
  readonly lastUsedAt: string | null;
  readonly lastAddress: string | null;
  readonly live: boolean;
  readonly secrets: readonly { readonly createdAt: string; readonly endsAt: string | null }[];
}
/** A token just made, with its text. */
export interface MadeToken {
  readonly accessToken: TokenRead;
  readonly token: string | null;
}
export const tokenFields = `id name role town { code } enterprise operations fields purpose addresses createdBy expiresOn lastUsedAt
  lastAddress revokedAt revokedBy revokeReason live version secrets { createdAt endsAt }`;
export const payload = `token accessToken { ${tokenFields} }`;
export const purpose = '统计月报';

/** A hub with everything a test asks it about tokens. */
export async function tokenHub() {
  const its: AccessHub = await accessHub();
  const create = (input: object) => its.act('SECURITY', 'createAccessToken', { name: 'x', role: 'HRSS', purpose, ...input }, payload); // prettier-ignore
  const made = async (input: object = {}): Promise<{ accessToken: TokenRead; token: string }> => {
    const { data, errors } = await create(input);
    if (!data) throw new Error(JSON.stringify(errors));
    return data['done'] as { accessToken: TokenRead; token: string };
  };
  const ask = (token: string | null, query = '{ viewer { kind role actions } }') =>
    its.hub.graphql(query, { token: token ?? '' });
  const read = async (id: string): Promise<TokenRead> => {
    const { data } = await its.ask('AUDITOR', `{ accessTokens(first: 200) { nodes { ${tokenFields} } } }`);
    return (data?.['accessTokens'] as { nodes: TokenRead[] }).nodes.find(one => one.id === id) as TokenRead;
  };
  return { ...its, create, made, askBy: ask, read };
}
export type TokenHub = Awaited<ReturnType<typeof tokenHub>>;

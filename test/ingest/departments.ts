import type { Role } from '../../server/src/access/roles.ts';
import { startHub, type Answer, type RunningHub } from '../server/hub.ts';
import { subscribe, type Followed } from './follow.ts';
import type { Cell } from './support.ts';

/** What the upload answers for one sheet, as far as these tests look. */
export interface SheetReport {
  readonly id: string;
  readonly form: string;
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly statedOn: string | null;
  readonly issues: readonly { readonly code: string }[];
}

/** A running hub and the departments that send to it, each with a token of its role. */
export interface Departments {
  readonly hub: RunningHub;
  readonly tokens: Map<Role, string>;
  /** Uploads a file; text is a CSV. */
  upload(role: Role, file: string | Uint8Array, query?: string, fileName?: string): Promise<Response>;
  /** Uploads a file and waits for the report of its first sheet; a refused one fails the test. */
  send(role: Role, file: string | Uint8Array, dryRun?: boolean): Promise<SheetReport>;
  /** Uploads a file and does not wait. */
  begin(role: Role, file: string | Uint8Array): Promise<string>;
  ask(role: Role, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** A subscription; null is nobody. */
  follow(role: Role | null, query: string, variables?: Record<string, unknown>): Promise<Followed>;
  /** Any other address of the hub. */
  get(path: string, role: Role | null): Promise<Response>;
}

/** Starts a hub with a token for each role. */
export async function openDepartments(...roles: readonly Role[]): Promise<Departments> {
  const hub = await startHub();
  const tokens = new Map<Role, string>();
  for (const role of roles) tokens.set(role, await hub.token(role));
  const bearer = (role: Role | null): Record<string, string> =>
    role === null ? {} : { authorization: `Bearer ${tokens.get(role) ?? ''}` };
  const upload: Departments['upload'] = (role, file, query = '?wait=true', fileName = undefined) => {
    const body = new FormData();
    const text = typeof file === 'string';
    const blob = text ? new Blob([file], { type: 'text/csv' }) : new Blob([file as Uint8Array<ArrayBuffer>]);
    body.append('file', blob, fileName ?? (text ? '名录.csv' : '名录 2022.xlsx'));
    return fetch(`${hub.origin}/api/imports${query}`, { method: 'POST', headers: bearer(role), body });
  };
  return {
    hub,
    tokens,
    upload,
    async send(role, file, dryRun = false) {
      const response = await upload(role, file, `?wait=true&dryRun=${dryRun}`);
      const told = await response.text();
      if (response.status !== 200) throw new Error(told);
      const [report] = JSON.parse(told) as SheetReport[];
      if (!report) throw new Error('no report');
      return report;
    },
    begin: async (role, file) => ((await (await upload(role, file, '')).json()) as { id: string }).id,
    ask: (role, query, variables = {}) => hub.graphql(query, { token: tokens.get(role) ?? '', variables }),
    follow: (role, query, variables = {}) =>
      subscribe(hub.origin, role && (tokens.get(role) ?? ''), query, variables),
    get: (path, role) => fetch(hub.origin + path, { headers: bearer(role) }),
  };
}

/** Rows as comma-separated text, under a day of report if one is given. */
export const csv = (rows: readonly (readonly Cell[])[], day = ''): string =>
  [...(day ? [[`填报日期：${day}`]] : []), ...rows].map(row => row.join(',')).join('\n');

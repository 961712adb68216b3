import { systemViewer } from '../../server/src/access/viewer.ts';
import { codeAt, cookieOf, knock, ownPassword } from '../support/sign-in.ts';
import type { Answer, RunningHub } from './hub.ts';

export const step = 30_000;
export const minute = 60_000;

/** What a page may ask about who is signed in. */
export interface Seen {
  readonly kind: string;
  readonly next: string | null;
  readonly actions: string[];
  readonly secondFactor: {
    readonly enrolled: boolean;
    readonly required: boolean;
    readonly provenAt: string | null;
    readonly freshUntil: string | null;
  };
  readonly sessions: SeenSession[];
}

/** One of their sessions. */
export interface SeenSession {
  readonly id: string;
  readonly current: boolean;
  readonly address: string;
  readonly agent: string;
  readonly expiresAt: string;
}

const viewerQuery = `{ viewer { kind username role next actions preferredLanguage roleUntil
  secondFactor { enrolled required provenAt freshUntil } sessions { id current address agent expiresAt } } }`;

/** An entry of the trail, as its text says it. */
export interface Entered {
  readonly act: string;
  readonly outcome: string;
  readonly [name: string]: unknown;
}

/** The accounts of a hub that a test has started by the time it asks. */
export const accountsAt = (hub: () => RunningHub) => {
  const passwords = new Map<string, string>();
  const ask = (cookie: string, query: string, variables = {}): Promise<Answer> =>
    hub().graphql(query, { headers: { cookie, 'accept-language': 'en' }, variables });
  const viewer = async (cookie: string): Promise<Seen> =>
    (await ask(cookie, viewerQuery)).data?.['viewer'] as Seen;
  const own = (username: string): { username: string; password: string } => ({
    username,
    password: passwords.get(username) ?? '',
  });
  const entries = async (where = 'true'): Promise<Entered[]> => {
    const rows = await hub().owner<{ entry: string }>(
      `select entry from audit_entry where ${where} order by seq`,
    );
    return rows.map(({ entry }) => JSON.parse(entry) as Entered);
  };
  return {
    ask,
    viewer,
    own,
    setOwn: (username: string, password: string): void => void passwords.set(username, password),
    entries,
    sessions: async (cookie: string): Promise<SeenSession[]> => (await viewer(cookie)).sessions,
    alive: async (cookie: string): Promise<boolean> => (await viewer(cookie)).kind === 'PERSON',
    /** Somebody with a password of their own, signed in; the shorter way for tests about something else. */
    async made(username: string, role = 'UNION'): Promise<string> {
      passwords.set(username, (await hub().services.access.addPerson({ username, role })).password);
      await hub().owner('update person set must_change_password = false where username = $1', [username]);
      return cookieOf(await knock(hub(), '/api/session', own(username)));
    },
    again: async (username: string, agent = 'another browser'): Promise<string> =>
      cookieOf(await knock(hub(), '/api/session', own(username), { 'user-agent': agent })),
    /** Somebody new; gives the one-time password. */
    person: async (username: string, role: string): Promise<string> =>
      (await hub().services.access.addPerson({ username, role })).password,
    signIn: async (username: string): Promise<string> =>
      cookieOf(await knock(hub(), '/api/session', { username, password: ownPassword })),
    prove: (cookie: string, code: string): Promise<Response> =>
      knock(hub(), '/api/session/second-factor', { code }, { cookie }),
    /** What the authenticator shows so many steps from now. */
    code: (secret: string, steps = 0): string =>
      codeAt(secret, new Date(hub().now().getTime() + steps * step)),
    async reset(username: string): Promise<{ password: string }> {
      const sql = 'select id, version from person where username = $1';
      const [row] = await hub().owner<{ id: number; version: number }>(sql, [username]);
      const act = { person: `Person:${row?.id}`, version: row?.version ?? 0 };
      const { oneTimePassword } = await hub().services.access.accounts.resetPassword(
        systemViewer('test'),
        act,
      );
      return { password: oneTimePassword ?? '' };
    },
    /** What the trail says of an account, from the first sign-in on: before it others made the account. */
    async trail(username: string): Promise<[string, string, string][]> {
      const [row] = await hub().owner('select id from person where username = $1', [username]);
      const told = (await entries(`entry like '%"Person:${String(row?.['id'])}"%'`)).map(
        ({ act, outcome, detail }): [string, string, string] => [
          act,
          outcome,
          (detail as { with?: string } | undefined)?.with ?? '',
        ],
      );
      return told.slice(told.findIndex(([act]) => act === 'signIn'));
    },
  };
};

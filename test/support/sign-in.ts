import { TOTP } from 'otpauth';
import { systemClock } from '../../server/src/kernel/clock.ts';

/** The part of a hub that signs in: an address and what it answers. */
export interface Door {
  readonly origin: string;
  /** The hub's present; the machine's if nothing is said. */
  readonly now?: () => Date;
}

/** A session as a browser keeps it, and the authenticator that goes with it. */
export interface Session {
  readonly cookie: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

export const ownPassword = 'a passphrase that only this test knows';

export const cookieOf = (response: Response): string =>
  response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** The code that an authenticator shows for a secret at a moment. */
export const codeAt = (secret: string, now: Date): string =>
  new TOTP({ secret }).generate({ timestamp: now.getTime() });

/** Sends a form of the door. */
export const knock = (
  { origin }: Door,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function passed(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw new Error(`${response.status} ${await response.text()}`);
}

/** Signs in with a one-time password and changes it to one's own. */
export async function signInWithOwnPassword(
  door: Door,
  username: string,
  oneTime: string,
  next = ownPassword,
): Promise<string> {
  const first = await passed(await knock(door, '/api/session', { username, password: oneTime }));
  const change = { current: oneTime, next };
  const changed = knock(door, '/api/session/password', change, { cookie: cookieOf(first) });
  return cookieOf(await passed(await changed));
}

/** Enrols an authenticator for a session and confirms it: the session's second factor is proven. */
export async function enrol(door: Door, cookie: string): Promise<Session> {
  const offered = await passed(await knock(door, '/api/session/second-factor/enrolment', {}, { cookie }));
  const { secret } = (await offered.json()) as { secret: string };
  const code = codeAt(secret, (door.now ?? systemClock.now)());
  const path = '/api/session/second-factor/confirmation';
  const confirmed = await passed(await knock(door, path, { code }, { cookie }));
  const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
  return { cookie: cookieOf(confirmed), secret, recoveryCodes };
}

/** The whole way of whoever needs a second factor, from the one-time password on. */
export const signInWithSecondFactor = async (
  door: Door,
  username: string,
  oneTime: string,
): Promise<Session> => enrol(door, await signInWithOwnPassword(door, username, oneTime));

import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { hub as start, type RunningHub } from './sign-on-hub.ts';
import { clientSecret, startIssuer, type Mischief, type MockIssuer } from './issuer.ts';
import { WebBrowser } from './web-browser.ts';

const publicUrl = 'http://localhost:4000';
let issuer: MockIssuer;
let hub: RunningHub;
beforeAll(async () => {
  issuer = await startIssuer();
  hub = await start(publicUrl, { oidc: { issuer: issuer.issuer, clientId: 'hub', clientSecret } });
  const { id } = await hub.services.access.addPerson({ username: 'linked', role: 'UNION' });
  await hub.link(id, issuer.issuer, 'subject-1');
});
afterAll(async () => {
  await hub.close();
  await issuer.close();
});
afterEach(() => void (issuer.mischief = {}));

const browser = (): WebBrowser =>
  new WebBrowser(
    { publicUrl, origin: hub.origin },
    url => !url.pathname.startsWith('/api') && url.origin === publicUrl,
  );
const sessions = async (): Promise<number> =>
  Number((await hub.owner('select count(*)::int as n from person_session'))[0]?.['n']);
const seconds = (moved: number): number => Math.floor(systemClock.now().getTime() / 1000) + moved;

const mischiefs: [string, Mischief][] = [
  ['no nonce', { claims: ({ nonce: _, ...rest }) => rest }],
  ['another nonce', { claims: claims => ({ ...claims, nonce: 'another' }) }],
  ['no state', { answer: ({ state: _, ...rest }) => rest }],
  ['another state', { answer: answer => ({ ...answer, state: 'another' }) }],
  ['no issuer in the answer', { answer: ({ iss: _, ...rest }) => rest }],
  ['another issuer in the answer', { answer: answer => ({ ...answer, iss: 'https://evil.example' }) }],
  ['another issuer in the token', { claims: claims => ({ ...claims, iss: 'https://evil.example' }) }],
  ['another audience', { claims: claims => ({ ...claims, aud: 'another client' }) }],
  ['an audience of several, for another', { claims: claims => ({ ...claims, aud: ['hub', 'x'], azp: 'x' }) }],
  ['no audience', { claims: ({ aud: _, ...rest }) => rest }],
  ['expired', { claims: claims => ({ ...claims, iat: seconds(-7200), exp: seconds(-3600) }) }],
  ['no expiry', { claims: ({ exp: _, ...rest }) => rest }],
  ['not valid yet', { claims: claims => ({ ...claims, nbf: seconds(3600) }) }],
  ['no subject', { claims: ({ sub: _, ...rest }) => rest }],
  ['an empty subject', { claims: claims => ({ ...claims, sub: '' }) }],
  ['alg none', { sign: 'none' }],
  ['signed with the shared secret', { sign: 'HS256' }],
  ['signed with another key', { sign: 'another key' }],
  ['changed after it was signed', { sign: 'changed afterwards' }],
  ['no identity token', { sign: 'no token' }],
  ['no code', { answer: ({ code: _, ...rest }) => rest }],
  ['a code of nobody', { answer: answer => ({ ...answer, code: 'guessed' }) }],
  [
    'an error of the issuer',
    { answer: ({ state = '', iss = '' }) => ({ error: 'access_denied', state, iss }) },
  ],
];

describe('an issuer', () => {
  test('that is honest signs its person in', async () => {
    const seen = browser();
    const { url } = await seen.open('/api/session/oidc?returnTo=/enterprises?town=LUOBU');
    expect(url.href).toBe(`${publicUrl}/enterprises?town=LUOBU`);
    expect(seen.cookie('hub_session')).toHaveLength(43);
    expect(seen.cookie('hub_sign_on')).toBeUndefined();
  });

  test.each(mischiefs)(
    'that answers with %s is refused, in words, and no session begins',
    async (_, mischief) => {
      issuer.mischief = mischief;
      const before = await sessions();
      const seen = browser();
      const { response } = await seen.open('/api/session/oidc', { 'accept-language': 'en' });
      const page = await response.text();
      expect([response.status, response.headers.get('content-type')]).toEqual([
        401,
        'text/html; charset=utf-8',
      ]);
      expect(page).toContain('could not be verified');
      expect([seen.cookie('hub_session'), await sessions()]).toEqual([undefined, before]);
    },
  );

  test('that is in trouble is told apart from one that lies', async () => {
    issuer.mischief = { status: 500 };
    const { response } = await browser().open('/api/session/oidc');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await response.text()).toContain('暂时连不上');
  });
});

describe('an answer', () => {
  /** Goes as far as the answer, and hands it over without opening it. */
  async function answered(): Promise<{ callback: string; ticket: string }> {
    const seen = new WebBrowser({ publicUrl, origin: hub.origin }, url => url.pathname.endsWith('/callback'));
    const { url } = await seen.open('/api/session/oidc');
    return { callback: url.pathname + url.search, ticket: seen.cookie('hub_sign_on') ?? '' };
  }
  const bring = (callback: string, ticket?: string): Promise<Response> =>
    fetch(hub.origin + callback, {
      redirect: 'manual',
      headers: { 'accept-language': 'en', ...(ticket && { cookie: `hub_sign_on=${ticket}` }) },
    });
  const refused = async (response: Response): Promise<void> => {
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie().join()).not.toContain('hub_session');
  };

  it('begins one session, though the issuer would take its code again', async () => {
    const { callback, ticket } = await answered();
    const answers = await Promise.all(Array.from({ length: 8 }, () => bring(callback, ticket)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(7).fill(401)]);
    await refused(await bring(callback, ticket));
  });

  it('is for the browser that asked, for ten minutes', async () => {
    const [mine, theirs] = [await answered(), await answered()];
    await refused(await bring(theirs.callback));
    await refused(await bring(theirs.callback, mine.ticket));
    const changed = mine.ticket.slice(0, -2) + (mine.ticket.endsWith('A') ? 'BB' : 'AA');
    await refused(await bring(mine.callback, changed));
    hub.wait(11 * 60_000);
    await refused(await bring(mine.callback, mine.ticket));
    const fresh = await answered();
    expect((await bring(fresh.callback, fresh.ticket)).status).toBe(303);
  });

  it('is told as JSON to whoever asks for none of the pages', async () => {
    const response = await bring('/api/session/oidc/callback?code=x&state=y');
    expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

test('every refusal is entered in the trail, without anything of the answer', async () => {
  const rows = await hub.owner<{ entry: string }>(
    `select entry from audit_entry where entry like '%"REFUSED"%' and entry like '%SINGLE_SIGN_ON%'`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(mischiefs.length);
  const entry = { actor: 'anonymous', act: 'signIn', object: 'Identity', code: 'UNAUTHENTICATED' };
  for (const row of rows) expect(JSON.parse(row.entry)).toMatchObject(entry);
});

test('nothing of an answer stands in the log', () => {
  expect(hub.log.join('\n')).toContain('single sign-on was refused');
  expect(hub.log.join('\n')).not.toMatch(/subject-1|code=|state=|id_token|eyJ/);
});

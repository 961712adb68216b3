import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { cookieOf, enrol, knock, ownPassword, signInWithOwnPassword } from '../support/sign-in.ts';
import { startHub } from './hub.ts';
import { clientSecret } from './issuer.ts';
import { hub as start, type RunningHub } from './sign-on-hub.ts';
import { WebBrowser } from './web-browser.ts';

const publicUrl = 'http://localhost:4000';
let subject = 'nobody';
let server: Server;
let issuer: string;
let hub: RunningHub;

beforeAll(async () => {
  const handler: { handle?: ReturnType<Provider['callback']> } = {};
  server = createServer((request, response) => void handler.handle?.(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = providerAt(issuer);
  const answer = provider.callback();
  // Whoever comes to the page where one signs in has just done so.
  handler.handle = async (request, response) =>
    request.url?.startsWith('/interaction')
      ? provider.interactionFinished(request, response, { login: { accountId: subject } })
      : answer(request, response);
  hub = await start(publicUrl, { oidc: { issuer, clientId: 'hub', clientSecret } });
});
afterAll(async () => {
  await hub.close();
  server.close();
});

const providerAt = (address: string): Provider =>
  new Provider(address, {
    clients: [
      {
        client_id: 'hub',
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/api/session/oidc/callback`],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of this test'] },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: 'linked@example.org' }) }),
    async loadExistingGrant(ctx) {
      const accountId = ctx.oidc.session?.accountId ?? '';
      const grant = new ctx.oidc.provider.Grant({ clientId: 'hub', accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });

const browser = (): WebBrowser =>
  new WebBrowser(
    { publicUrl, origin: hub.origin },
    url => url.origin === publicUrl && !url.pathname.startsWith('/api'),
  );
const viewer = async (cookie: string): Promise<Record<string, unknown>> =>
  (await hub.graphql('{ viewer { kind username next actions } }', { headers: { cookie } })).data?.[
    'viewer'
  ] as never;

/** Signs in as the issuer's subject. */
async function signOn(as: string, path = '/api/session/oidc', language = 'zh') {
  subject = as;
  const seen = browser();
  const { response, url } = await seen.open(path, { 'accept-language': language });
  const session = seen.cookie('hub_session');
  return {
    response,
    url,
    page: await response.text(),
    cookie: session ? `hub_session=${session}` : undefined,
  };
}
const made = async (
  username: string,
  role: string,
  sub: string,
): Promise<{ id: number; password: string }> => {
  const { id, password } = await hub.services.access.addPerson({ username, role });
  await hub.link(id, issuer, sub);
  return { id, password };
};

describe('single sign-on with an issuer of the wild', () => {
  it('signs in whoever is linked with issuer and subject, and asks for no password of ours', async () => {
    const { id } = await made('linked', 'UNION', 'sub-of-linked');
    const { cookie = '', url } = await signOn(
      'sub-of-linked',
      '/api/session/oidc?returnTo=%2Fdisputes%3Fa%3D1',
    );
    expect(url.href).toBe(`${publicUrl}/disputes?a=1`);
    expect(await viewer(cookie)).toMatchObject({ kind: 'PERSON', username: 'linked', next: null });
    const [row] = await hub.owner<{ entry: string }>(
      `select entry from audit_entry where entry like '%"signIn"%' order by seq desc limit 1`,
    );
    expect(JSON.parse(row?.entry ?? '')).toMatchObject({
      actor: `person:${id}`,
      outcome: 'DONE',
      detail: { with: 'SINGLE_SIGN_ON' },
    });
  });

  it('knows nobody by e-mail or by name, and tells the reference that an administrator needs', async () => {
    for (const [as, language] of [
      ['linked', 'en'],
      ['linked@example.org', 'zh'],
    ] as const) {
      const { response, page, cookie } = await signOn(as, '/api/session/oidc', language);
      expect([response.status, cookie]).toEqual([403, undefined]);
      expect(page).toContain(issuer);
      expect(page).toContain(as);
      expect(page).toContain(language === 'en' ? 'administrator' : '系统管理员');
    }
  });

  it('shows a subject as text, whatever is written in it', async () => {
    const { page } = await signOn('<img src=x onerror=alert(1)>');
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&#60;img');
  });

  it('lets nobody in who is disabled', async () => {
    const { id } = await made('barred', 'UNION', 'sub-of-barred');
    await hub.owner('update person set disabled_at = now() where id = $1', [id]);
    const { response, page, cookie } = await signOn('sub-of-barred', '/api/session/oidc', 'en');
    expect([response.status, cookie]).toEqual([403, undefined]);
    expect(page).toContain('disabled');
  });

  it('does not stand for our second factor', async () => {
    const { password } = await made('sso-admin', 'ADMIN', 'sub-of-admin');
    const first = await signOn('sub-of-admin');
    expect(await viewer(first.cookie ?? '')).toMatchObject({ next: 'ENROLMENT', actions: [] });
    await enrol(hub, await signInWithOwnPassword(hub, 'sso-admin', password));
    const second = await signOn('sub-of-admin');
    expect(await viewer(second.cookie ?? '')).toMatchObject({ next: 'SECOND_FACTOR', actions: [] });
  });

  it('is the only way into an account without a password', async () => {
    const { id } = await made('sso-only', 'UNION', 'sub-of-only');
    await hub.owner('update person set password_hash = null where id = $1', [id]);
    const wrong = await knock(hub, '/api/session', { username: 'sso-only', password: ownPassword });
    const nobody = await knock(hub, '/api/session', { username: 'no-such', password: ownPassword });
    expect([wrong.status, await wrong.text()]).toEqual([nobody.status, await nobody.text()]);
    const { cookie = '' } = await signOn('sub-of-only');
    expect(await viewer(cookie)).toMatchObject({ next: null });
    const change = { current: ownPassword, next: 'a password by the back door' };
    expect((await knock(hub, '/api/session/password', change, { cookie })).status).toBe(400);
    const [row] = await hub.owner('select password_hash from person where id = $1', [id]);
    expect(row?.['password_hash']).toBeNull();
  });

  it('gives a program nothing: neither a way to the issuer nor a cookie', async () => {
    const authorization = `Bearer ${await hub.token('ADMIN')}`;
    for (const path of ['/api/session/oidc', '/api/session/oidc/callback?code=x&state=y']) {
      const response = await fetch(hub.origin + path, { redirect: 'manual', headers: { authorization } });
      expect([response.status, cookieOf(response)]).toEqual([401, '']);
    }
  });
});

describe('without an issuer', () => {
  test('that can be reached the hub serves all else, and says so on a page', async () => {
    const away = await start(publicUrl, {
      oidc: { issuer: 'http://127.0.0.1:9', clientId: 'hub', clientSecret },
    });
    const asked = await fetch(`${away.origin}/api/session/oidc`, { headers: { accept: 'text/html' } });
    expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await asked.text()).toContain('单点登录');
    const methods = await fetch(`${away.origin}/api/session/methods`);
    expect(await methods.json()).toEqual({ password: true, singleSignOn: true });
    await away.close();
  });

  test('nothing of it exists', async () => {
    const plain = await startHub();
    const methods = await fetch(`${plain.origin}/api/session/methods`);
    expect(await methods.json()).toEqual({ password: true, singleSignOn: false });
    const asked = await fetch(`${plain.origin}/api/session/oidc`, { redirect: 'manual' });
    expect(asked.status).toBe(404);
    await plain.close();
  });
});

test.each(['//evil.example', '/\\evil.example', 'https:evil.example', '%2f%2fevil.example'])(
  'sent round by the issuer, %s leads home',
  async path => {
    const { url } = await signOn('sub-of-linked', `/api/session/oidc?returnTo=${encodeURIComponent(path)}`);
    expect(url.href).toBe(`${publicUrl}/`);
  },
);

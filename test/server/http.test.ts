import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../../server/src/app/server.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
let secured: RunningHub;
beforeAll(async () => {
  hub = await startHub();
  secured = await startHub('https://hub.example');
});
afterAll(async () => void (await Promise.all([hub.close(), secured.close()])));

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(hub.origin + path, { headers });
const page = { accept: 'text/html,application/xhtml+xml' };

describe('health', () => {
  it('says that the process is up and the database ready', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('is not ready while the start still waits for something', async () => {
    const config = { publicUrl: 'http://localhost', logLevel: 'silent' as const };
    const app = await createServer({ config, services: hub.services, pending: () => ['demo'] });
    const response = await app.inject('/readyz');
    expect([response.statusCode, response.json()]).toEqual([503, { status: 'waiting', waiting: ['demo'] }]);
    await app.close();
  });
});

describe('/metrics', () => {
  it('is for a direct caller on this machine', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toContain('hub_http_request_duration_seconds_bucket');
  });

  it('is closed behind a proxy and to other roles, open to ADMIN', async () => {
    const proxied = { 'x-forwarded-for': '203.0.113.9' };
    expect((await get('/metrics', proxied)).status).toBe(401);
    const ask = async (role: 'HRSS' | 'ADMIN'): Promise<number> =>
      (await get('/metrics', { ...proxied, authorization: `Bearer ${await hub.token(role)}` })).status;
    expect([await ask('HRSS'), await ask('ADMIN')]).toEqual([403, 200]);
  });
});

describe('headers', () => {
  it('let scripts come from the hub alone, and nobody frame it', async () => {
    const policy = (await get('/healthz')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("require-trusted-types-for 'script';trusted-types vue default");
  });

  it('leave the editor of queries its own markup, and nothing else more', async () => {
    const headers = { accept: 'text/html' };
    const page = await fetch(`${hub.origin}/graphql`, { headers });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('trusted-types');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('under TLS bind the cookie to the host and insist on TLS', async () => {
    const { password } = await secured.services.access.addPerson({ username: 'tls', role: 'UNION' });
    const response = await secured.post('/api/session', { username: 'tls', password });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-hub_session=.{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(response.headers.get('strict-transport-security')).toContain('max-age');
    expect((await get('/healthz')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('GraphiQL', () => {
  it('opens for a browser, every piece from the hub', async () => {
    const html = await (await get('/graphql', page)).text();
    const pieces = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(match => match[1] ?? '')
      .filter(piece => piece !== 'data:,');
    expect(pieces).toHaveLength(6);
    for (const piece of pieces) {
      expect(piece).toMatch(/^\/graphiql\//);
      expect((await get(piece)).status, piece).toBe(200);
    }
  });
});

describe('the dashboard', () => {
  it('is one page for every address it routes, with assets that never change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hexie-page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<title>page</title>');
    writeFileSync(join(folder, 'assets', 'a-1.js'), '1');
    const config = { publicUrl: 'http://localhost', logLevel: 'silent' as const };
    const app = await createServer({ config, services: hub.services, dashboard: folder });
    const ask = (
      url: string,
      headers = page,
    ): Promise<{ statusCode: number; body: string; headers: object }> => app.inject({ url, headers });
    for (const url of ['/', '/enterprises', '/enterprises/91450299MA5TETT00U?tab=union']) {
      expect(await ask(url)).toMatchObject({ statusCode: 200, body: '<title>page</title>' });
    }
    expect((await ask('/assets/a-1.js')).headers).toMatchObject({
      'cache-control': expect.stringContaining('immutable') as string,
    });
    for (const url of ['/api/nothing', '/assets/nothing.js', '/../package.json']) {
      expect((await ask(url)).body, url).not.toContain('"name"');
    }
    expect(await ask('/api/nothing')).toMatchObject({
      statusCode: 404,
      body: expect.stringContaining('NOT_FOUND') as string,
    });
    await app.close();
    rmSync(folder, { recursive: true });
  });
});

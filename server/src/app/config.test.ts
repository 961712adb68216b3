import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { checkout } from './paths.ts';
import { Refusal } from './refusal.ts';

const secret = 'x'.repeat(32);
const url = 'postgresql://admin:geheim@localhost/hub';

test('nothing set: the embedded database, with the demo, on this machine only', () => {
  expect(readConfig({})).toMatchObject({
    ...{ host: '127.0.0.1', port: 4000, publicUrl: 'http://localhost:4000', demo: true },
    ...{ database: { kind: 'embedded' }, secret: undefined, logLevel: 'info', production: true },
  });
});

test('with DATABASE_URL there is no demo unless it is asked for', () => {
  expect(readConfig({ DATABASE_URL: url, HUB_SECRET: secret })).toMatchObject({
    ...{ demo: false, secret, database: { kind: 'url', url, replicas: [] } },
  });
  expect(readConfig({ DATABASE_URL: url, HUB_SECRET: secret, HUB_DEMO: 'on' }).demo).toBe(true);
});

test.each([
  ['PORT', { PORT: '70000' }],
  ['PORT', { PORT: 'http' }],
  ['HUB_DEMO', { HUB_DEMO: 'maybe' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'hub.example.org' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/hub', HUB_SECRET: secret }],
  ['DATABASE_REPLICA_URLS', { DATABASE_REPLICA_URLS: 'localhost' }],
  ['HUB_SECRET', { DATABASE_URL: url }],
  ['HUB_SECRET', { HUB_SECRET: 'short' }],
  ['UPLOAD_MAX_ROWS', { UPLOAD_MAX_ROWS: '-1' }],
  ['AUDIT_KEEP_DAYS', { AUDIT_KEEP_DAYS: '182' }],
  ['OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_SECRET: 'geheim' }],
  ['OIDC_CLIENT_SECRET', { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'hub' }],
  ['OIDC_ISSUER', { OIDC_CLIENT_ID: 'hub', OIDC_CLIENT_SECRET: 'geheim' }],
  [
    'OIDC_ISSUER',
    { OIDC_ISSUER: 'http://id.example.org', OIDC_CLIENT_ID: 'hub', OIDC_CLIENT_SECRET: 'geheim' },
  ],
  ['OIDC_ISSUER', { OIDC_ISSUER: 'id.example.org', OIDC_CLIENT_ID: 'hub', OIDC_CLIENT_SECRET: 'geheim' }],
  [
    'OIDC_ISSUER',
    { OIDC_ISSUER: 'https://u:geheim@id.example.org', OIDC_CLIENT_ID: 'h', OIDC_CLIENT_SECRET: 's' },
  ],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'true' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.1, 0.0.0.0/0' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/33' }],
  ['RATE_LIMIT_TOKEN', { RATE_LIMIT_TOKEN: '99' }],
  ['RATE_LIMIT_ANONYMOUS', { RATE_LIMIT_ANONYMOUS: 'none' }],
])('a wrong %s stops the start with one line that names it in both languages', (name, settings) => {
  const refusal = (() => {
    try {
      return readConfig(settings);
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(Refusal);
  const { line } = refusal as Refusal;
  expect(line).toMatch(new RegExp(`^${name}：.+ / ${name}: .+$`));
  expect(line).not.toContain('geheim');
});

test('single sign-on, proxies and rates are read as they are said', () => {
  const oidc = { OIDC_ISSUER: 'http://127.0.0.1:9000/', OIDC_CLIENT_ID: 'hub', OIDC_CLIENT_SECRET: 'geheim' };
  const proxies = { TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16 2001:db8::/32', RATE_LIMIT_TOKEN: '100' };
  expect(readConfig({ ...oidc, ...proxies })).toMatchObject({
    oidc: { issuer: 'http://127.0.0.1:9000/', clientId: 'hub', clientSecret: 'geheim' },
    trustedProxies: ['10.0.0.1', '192.168.0.0/16', '2001:db8::/32'],
    rates: { token: 100, person: 200, anonymous: 100 },
  });
  expect(readConfig({})).toMatchObject({ oidc: undefined, trustedProxies: [] });
});

test('.env.example lists every setting, and is itself a valid configuration', () => {
  const text = readFileSync(join(checkout, '.env.example'), 'utf8');
  const source = ['config.ts', 'access-config.ts']
    .map(file => readFileSync(join(checkout, 'server/src/app', file), 'utf8'))
    .join('\n');
  const named = [...source.matchAll(/'([A-Z][A-Z_]{3,})'/g)]
    .map(match => match[1])
    .filter(name => name !== 'NODE_ENV');
  expect(named.length).toBeGreaterThan(12);
  for (const name of named) expect(text).toContain(`${name}=`);
});

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

test('.env.example lists every setting, and is itself a valid configuration', () => {
  const text = readFileSync(join(checkout, '.env.example'), 'utf8');
  const source = readFileSync(join(checkout, 'server/src/app/config.ts'), 'utf8');
  const named = [...source.matchAll(/'([A-Z][A-Z_]{3,})'/g)]
    .map(match => match[1])
    .filter(name => name !== 'NODE_ENV');
  expect(named.length).toBeGreaterThan(12);
  for (const name of named) expect(text).toContain(`${name}=`);
});

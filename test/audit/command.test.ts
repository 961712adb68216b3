import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { socketEndpoint } from '../../server/src/app/database/endpoint.ts';
import { withClient } from '../../server/src/app/database/with-client.ts';
import { holdFolder, hubCommand, temporaryDataDir, type Holding } from '../support/hub-process.ts';

let folder = '';
let holding: Holding;
const hub = (words: string) => hubCommand(folder, words.split(' '));
const owner = (sql: string) =>
  withClient(
    socketEndpoint(holding.socketDir).as('hub_owner'),
    async client => (await client.query(sql)).rows,
  );
beforeAll(async () => void (folder = temporaryDataDir()));
afterAll(async () => {
  holding.run.child.kill('SIGTERM');
  await holding.run.ended;
  rmSync(folder, { recursive: true, force: true });
});

test('a command without a running hub enters what it did, seals and anchors it before it ends', async () => {
  expect((await hub('user add town.clerk --role TOWN --town LUOBU --json')).code).toBe(0);
  const file = join(folder, 'audit', 'anchors.jsonl');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'audit')).mode & 0o777).toBe(0o700);
  // The database's own user is another one, where the hub is root.
  expect(statSync(file).uid).toBe(process.getuid?.());
  expect(JSON.parse(readFileSync(file, 'utf8').trim())).toMatchObject({ seal: 1, after: 0 });
  expect(readFileSync(join(folder, 'audit', 'audit-key.pem'), 'utf8')).toContain('BEGIN PUBLIC KEY');
}, 60_000);

test('beside a hub it verifies: status 0 while all is well, 1 and the first entry when it is not', async () => {
  holding = await holdFolder(folder);
  const whole = await hub('audit verify --json');
  expect(JSON.parse(whole.stdout)).toMatchObject({ intact: true, anchored: true, firstFault: null });
  expect(whole.code).toBe(0);
  const acts = await owner(`select actor, act from audit_entry where act <> 'assignRole' order by seq`);
  expect(acts).toEqual([
    { actor: 'cli', act: 'createPerson' },
    { actor: 'cli', act: 'verifyAuditTrail' },
  ]);
  const copy = join(folder, 'copy.jsonl');
  writeFileSync(copy, readFileSync(join(folder, 'audit', 'anchors.jsonl')));
  const key = join(folder, 'audit', 'audit-key.pem');
  expect((await hub(`audit verify --anchors ${copy} --key ${key}`)).stdout).toContain('审计记录完好');

  await owner('alter table audit_entry disable trigger user');
  await owner(`update audit_entry set entry = replace(entry, 'town.clerk', 'town.clark') where act = 'createPerson'`);
  const [{ seq }] = (await owner(`select seq from audit_entry where act = 'createPerson'`)) as [{ seq: string }];
  const broken = await hub('audit verify --json');
  expect(broken.code).toBe(1);
  expect(JSON.parse(broken.stdout)).toMatchObject({ intact: false, firstFault: { seq: Number(seq), kind: 'CHANGED' } });
  expect((await hub('audit verify')).stdout).toContain(`第 ${seq} 条：该条记录的内容被改动。 [CHANGED]`);
}, 60_000); // prettier-ignore

test('a file that is not there is told by the option that named it', async () => {
  const run = await hub('audit verify --anchors nowhere.jsonl');
  expect([run.code, run.stdout, run.stderr.includes('--anchors')]).toEqual([1, '', true]);
});

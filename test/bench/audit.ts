import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { AuditLog } from '../../server/src/audit/audit-log.ts';
import type { AuditFilter, AuditReader } from '../../server/src/audit/audit-reader.ts';
import { AuditService } from '../../server/src/audit/audit.service.ts';
import { EntryMark } from '../../server/src/audit/entry-mark.ts';
import { entryText } from '../../server/src/audit/entry.ts';
import { socketEndpoint } from '../../server/src/app/database/endpoint.ts';
import { openDatabase } from '../../server/src/app/database/index.ts';
import type { Actor, AuditEvent } from '../../server/src/kernel/audit.ts';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { systemScope, type Database } from '../../server/src/kernel/database.ts';
import { Vault } from '../../server/src/kernel/personal.ts';
import { openHub } from './hub.ts';
import { ms, table, type Column } from './table.ts';

const writers = 20;
const columns: Column[] = [['way', 'left'], ['appends/s', 'right'], ['p50 ms', 'right'], ['p99 ms', 'right']]; // prettier-ignore
const mostSeconds = 60;

interface Appends {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const clerk: Actor = {
  actor: 'person:7',
  name: 'clerk',
  onBehalfOf: 'HRSS',
  session: '3',
  address: '10.0.0.7',
};
const seen = (i: number): AuditEvent => ({
  act: 'readPersonal',
  object: 'Contract',
  subjects: [`Contract:${i}`, `Contract:${i + 1}`],
  detail: { count: 2, fields: 'idNumber workerName' },
});

/** Twenty writers, each of which waits for its answer before it writes again. */
async function append(seconds: number, write: (i: number) => Promise<unknown>): Promise<Appends> {
  const took: number[] = [];
  const until = performance.now() + seconds * 1000;
  const begun = performance.now();
  const writer = async (w: number): Promise<void> => {
    for (let i = 0; performance.now() < until; i++) {
      const asked = performance.now();
      await write(w * 1_000_000 + i);
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, w) => writer(w)));
  const perSecond = Math.round((took.length * 1000) / (performance.now() - begun));
  took.sort((a, b) => a - b);
  const at = (part: number): number => Math.round((took[Math.floor(took.length * part)] ?? 0) * 10) / 10;
  return { perSecond, p50: at(0.5), p99: at(0.99) };
}

/** The plain way: one chain whose head every writer locks, in a transaction of its own. */
async function singleChain(owner: pg.ClientConfig, seconds: number): Promise<Appends> {
  const pool = new pg.Pool({ ...owner, max: writers });
  await pool.query(`create table plain_chain (seq bigint generated always as identity primary key, entry text, hash bytea);
    create table plain_head (hash bytea); insert into plain_head values ('')`);
  const text = entryText(new Date(0), clerk, seen(1), () => '');
  try {
    return await append(seconds, async () => {
      const client = await pool.connect();
      await client.query('begin');
      await client.query('select hash from plain_head for update');
      await client.query(
        `with made as (insert into plain_chain (entry, hash)
           select $1, sha256(hash || convert_to($1, 'UTF8')) from plain_head returning hash)
         update plain_head set hash = made.hash from made`,
        [text],
      );
      await client.query('commit');
      client.release();
    });
  } finally {
    await pool.end();
  }
}

/** Fills the trail up to so many entries, five thousand in a statement; the hub beside it seals them. */
async function fill(database: Database, vault: Vault, rows: number): Promise<void> {
  const mark = new EntryMark(vault);
  for (let i = 0; i < rows; i += 5000) {
    const texts = Array.from({ length: Math.min(5000, rows - i) }, (_, n) =>
      entryText(systemClock.now(), clerk, seen(i + n), () => ''),
    );
    await database.transaction(systemScope('hub'), query =>
      query('insert into audit_entry (entry, mac) select * from unnest($1::text[], $2::text[])', [
        texts,
        texts.map(text => mark.of(text)),
      ]),
    );
  }
}

/** How long an auditor waits for a page. */
async function readPages(reader: AuditReader): Promise<Record<string, number>> {
  const filters: Record<string, AuditFilter> = {
    newest: {},
    'of an act that is rare': { act: 'createAccessToken' },
    'of an account': { actor: 'clerk' },
    'about one record': { subject: 'Contract:123456' },
  };
  const took: Record<string, number> = {};
  for (const [name, filter] of Object.entries(filters)) {
    const asked = performance.now();
    await reader.list(systemViewer('bench'), filter, { first: 50 }, true);
    took[name] = Math.round((performance.now() - asked) * 10) / 10;
  }
  return took;
}

/** Appends a second under twenty writers beside a single locked chain, and the time to verify a filled trail. */
export async function measureAudit(
  root: string,
  rows: number,
  seconds: number,
  note: (text: string) => void,
) {
  const hub = await openHub(root, 'audit');
  const dataDir = join(hub.folder, 'data');
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim();
  const opened = await openDatabase(socketEndpoint(join(dataDir, 'socket')), secret, note);
  try {
    const { database } = opened;
    const vault = new Vault(secret);
    const log = new AuditLog({ database, vault, clock: systemClock });
    note(`audit: ${writers} writers, ${seconds} s each way`);
    const plain = await singleChain(hub.owner, seconds);
    const noted = await append(seconds, i => log.note(clerk, seen(i)));
    const recorded = await append(seconds, i =>
      database.transaction(systemScope('person:7'), query => log.record(query, clerk, seen(i))),
    );
    note(`audit: ${rows} entries to verify`);
    await fill(database, vault, rows);
    const begun = performance.now();
    const answer = await hub.cli(['audit', 'verify', '--json']);
    const whole = (performance.now() - begun) / 1000;
    const found = JSON.parse(answer) as { intact: boolean; entries: number; seals: number; took: number };
    const verify = {
      entries: found.entries,
      seals: found.seals,
      intact: found.intact,
      seconds: found.took / 1000,
    };
    const audit = { database, vault, clock: systemClock, audit: log };
    const pages = await readPages(new AuditService(audit).reader);
    const met =
      found.intact &&
      (verify.seconds * 1_000_000) / found.entries <= mostSeconds &&
      noted.perSecond > plain.perSecond &&
      noted.p99 < plain.p99;
    const line = (name: string, { perSecond, p50, p99 }: Appends) => [name, perSecond, p50, p99];
    const lines = [
      '',
      `The audit trail: ${writers} writers at once, each waiting for its commit; sealing runs beside them`,
      ...table(columns, [
        line('one chain, its head locked (plain)', plain),
        line('hub, commits shared (note)', noted),
        line('hub, a transaction each (record)', recorded),
      ]),
      `  Verified ${found.entries} entries under ${found.seals} seals in ${verify.seconds.toFixed(1)} s (${whole.toFixed(1)} s with the command's start); target ${mostSeconds} s a million`,
      `  First page of 50 among them: ${Object.entries(pages)
        .map(([name, took]) => `${name} ${ms(took)} ms`)
        .join(', ')}`,
      '',
    ];
    const text = lines.join('\n');
    return { text, met, result: { audit: { writers, plain, noted, recorded, verify, pages } } };
  } finally {
    await opened.close();
    await hub.stop();
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { dispute, disputes, firm, roster, uscc, writeWorkbook, type SheetText } from '../ingest/support.ts';
import type { Answer } from '../server/hub.ts';
import { accessHub, termFields, type AccessHub, type Someone, type TermRead } from './support.ts';

/** How many act at once: sixty in every run of the tests, a thousand in `npm run drill`. */
const racers = Number(process.env['HUB_RACERS'] ?? 60);
const reason = '同时操作';

let its: AccessHub;
const folder = mkdtempSync(join(tmpdir(), 'hexie-races-'));
const tokens: string[] = [];
let officers: Someone[];
beforeAll(async () => {
  its = await accessHub();
  for (let n = 0; n < 4; n++) tokens.push(await its.hub.token('HRSS'));
  officers = [its.who('SECURITY')];
  for (const n of [2, 3, 4]) officers.push(await its.someone(`security.${n}`, 'SECURITY'));
});
afterAll(async () => {
  await its.hub.close();
  rmSync(folder, { recursive: true, force: true });
});

let serial = 0;
async function send(...sheets: SheetText[]): Promise<string> {
  const path = join(folder, `${++serial}.xlsx`);
  await writeWorkbook(path, sheets);
  const file = { path, fileName: `${serial}.xlsx`, origin: 'CLI' };
  return (await its.hub.services.ingest.importFile(systemViewer('cli'), file)).id;
}

/** Everybody at once; says how long it took where a drill wants to know. */
async function race(what: string, one: (n: number) => Promise<Answer>): Promise<Answer[]> {
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: racers }, (_, n) => one(n)));
  const won = answers.filter(({ code }) => !code).length;
  const lost = answers.filter(({ code }) => code === 'CONFLICT').length;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (process.env['HUB_RACERS']) process.stderr.write(`${what}: ${racers} at once, ${won} answered, ${lost} CONFLICT, ${seconds} s\n`); // prettier-ignore
  return answers;
}

/** One has won; each of the others was told CONFLICT and the version that stands now. */
function expectOneWinner(answers: readonly Answer[], version: number): void {
  const codes = new Map<string, number>();
  for (const { code = 'done' } of answers) codes.set(code, (codes.get(code) ?? 0) + 1);
  expect(Object.fromEntries(codes)).toEqual({ done: 1, CONFLICT: racers - 1 });
  const told = new Set(answers.filter(({ code }) => code).map(one => one.errors[0]?.extensions.version));
  expect([...told]).toEqual([version]);
}

const mutation = (name: string, fields: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { done: ${name}(input: $input) { ${fields} } }`;
const byToken = (n: number, name: string, input: object, fields: string): Promise<Answer> =>
  its.hub.graphql(mutation(name, fields), { token: tokens[n % tokens.length] ?? '', variables: { input } });

describe(`${racers} acts at once on one record`, () => {
  it('hand a role over once', async () => {
    const holder = await its.someone('holder', 'OFFICE');
    const term = (await its.person(holder.id)).role as TermRead;
    const heirs = await Promise.all([1, 2, 3, 4, 5].map(n => its.account(`heir.${n}`)));
    const answers = await race('handing over a role', n => {
      const to = heirs[n % heirs.length]?.id;
      const input = { assignment: term.id, version: term.version, to, reason };
      return its.act(officers[n % officers.length] as Someone, 'handOverRole', input, `successor { ${termFields} }`); // prettier-ignore
    });
    expectOneWinner(answers, term.version + 1);
    // The history is what was done: one successor, linked, and nobody else holds anything.
    const winner = answers.find(({ code }) => !code)?.data?.['done'] as { successor: TermRead & { person: { id: string } } }; // prettier-ignore
    const { assignments } = await its.person(holder.id);
    expect(assignments).toMatchObject([{ id: term.id, state: 'ENDED', version: term.version + 1 }]);
    const given = await Promise.all(heirs.map(async ({ id }) => ({ id, terms: (await its.person(id)).assignments }))); // prettier-ignore
    expect(given.flatMap(({ terms }) => terms)).toMatchObject([{ id: winner.successor.id, role: 'OFFICE', state: 'HELD' }]); // prettier-ignore
    expect(given.find(({ terms }) => terms.length > 0)?.id).toBe(winner.successor.person.id);
    const [trail] = await its.hub.owner(
      `select count(*)::int as n from audit_entry where act = 'handOverRole' and outcome = 'DONE' and object = $1`,
      [term.id],
    );
    expect(trail).toEqual({ n: 1 });
  });

  it('match a name once', async () => {
    await send(roster(firm(1), firm(2)));
    await send(disputes(dispute('甲1号', null, '某某零件厂')));
    const queue = '{ matchQueue { nodes { id name version state } } }';
    const read = async () => {
      const { data } = await its.hub.graphql(queue, { token: tokens[0] ?? '' });
      return (data?.['matchQueue'] as { nodes: { name: string; version: number; state: string }[] }).nodes[0];
    };
    const item = await read();
    expect(item).toMatchObject({ name: '某某零件厂', version: 0, state: 'OPEN' });
    const answers = await race('resolving a match', n =>
      byToken(n, 'matchEmployerName', { name: '某某零件厂', uscc: uscc(1 + (n % 2)), version: 0, reason }, 'item { version matched { uscc } }'),
    ); // prettier-ignore
    const after = await read();
    expectOneWinner(answers, after?.version ?? 0);
    const winner = answers.find(({ code }) => !code)?.data?.['done'] as { item: { matched: { uscc: string } } }; // prettier-ignore
    const rows = await its.hub.owner('select uscc from name_match');
    expect(rows).toEqual([{ uscc: winner.item.matched.uscc }]);
  });

  it('withdraw an import once', async () => {
    const id = await send(disputes(dispute('乙1号', uscc(1), '示例企业1')));
    const [before] = await its.hub.owner('select count(*)::int as n from dispute');
    const answers = await race('withdrawing an import', n =>
      byToken(n, 'withdrawImport', { id, reason: `${reason} ${n}`, version: 3 }, 'insertedUndone import { status version }'),
    ); // prettier-ignore
    expectOneWinner(answers, 4);
    const winner = answers.find(({ code }) => !code)?.data;
    expect(winner).toEqual({ done: { insertedUndone: 1, import: { status: 'WITHDRAWN', version: 4 } } });
    const [after] = await its.hub.owner('select count(*)::int as n from dispute');
    expect(after).toEqual({ n: Number(before?.['n']) - 1 });
    const [changes] = await its.hub.owner(`select count(*)::int as n from change where kind = 'WITHDRAWAL'`);
    expect(changes).toEqual({ n: 1 });
  });
});

describe(`${racers} submissions of one act under one key`, () => {
  it('make one account, with one password that one of them is shown', async () => {
    const input = { username: 'once', name: '甲', idempotencyKey: 'one key' };
    const answers = await race('making an account under one key', () => its.act('ADMIN', 'createPerson', input, 'person { id username version } oneTimePassword')); // prettier-ignore
    expect(answers.filter(({ code }) => code)).toEqual([]);
    const made = answers.map(({ data }) => data?.['done'] as { person: object; oneTimePassword: string | null }); // prettier-ignore
    expect(new Set(made.map(({ person }) => JSON.stringify(person))).size).toBe(1);
    expect(made.filter(one => one.oneTimePassword !== null)).toHaveLength(1);
    const [rows] = await its.hub.owner(`select count(*)::int as n from person where username = 'once'`);
    expect(rows).toEqual({ n: 1 });
  });

  it('give one term, and every answer is the same', async () => {
    const { id, version } = await its.account('twice');
    const input = { person: id, version, role: 'UNION', reason, idempotencyKey: 'another key' };
    const answers = await race('giving a role under one key', () => its.act('SECURITY', 'assignRole', input, `assignment { ${termFields} }`)); // prettier-ignore
    expect(new Set(answers.map(({ code, data }) => JSON.stringify([code, data]))).size).toBe(1);
    expect(answers[0]?.data).toMatchObject({ done: { assignment: { role: 'UNION' } } });
    expect((await its.person(id)).assignments).toHaveLength(1);
    const [trail] = await its.hub.owner(`select count(*)::int as n from audit_entry where act = 'assignRole' and object = $1`, [id]); // prettier-ignore
    expect(trail).toEqual({ n: 1 });
  });

  it('match one name, whose answer is one', async () => {
    await send(disputes(dispute('丙1号', null, '另一零件厂')));
    const input = { name: '另一零件厂', uscc: uscc(2), idempotencyKey: 'third key' };
    const answers = await race('matching a name under one key', () =>
      byToken(0, 'matchEmployerName', input, 'attached item { id version state }'),
    );
    expect(new Set(answers.map(({ code, data }) => JSON.stringify([code, data]))).size).toBe(1);
    expect(answers[0]?.data).toMatchObject({ done: { attached: 1, item: { state: 'MATCHED' } } });
  });
});

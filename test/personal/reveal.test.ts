import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personalPolicy } from '../../server/src/access/policy/personal.ts';
import { records, type RecordPolicy } from '../../server/src/access/policy/records.ts';
import { grants } from '../../server/src/access/policy.ts';
import { roles } from '../../server/src/access/roles.ts';
import { lists } from '../../server/src/catalogue/lists.ts';
import { personalFields, recordOf, sealedColumn } from '../../server/src/personal/personal-fields.ts';
import type { PersonalField } from '../../server/src/personal/personal-fields.ts';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { viewerOf } from '../golden/client.ts';
import { retentionCases, subjectRequestCases } from './subject-cases.ts';
import { revealed, revealHub, type RevealHub } from './support.ts';

let hub: RevealHub;
let clerk: string;
beforeAll(async () => {
  hub = await revealHub();
  clerk = await hub.proven('HRSS');
});
afterAll(() => hub.close());

const fieldNames = Object.keys(personalFields) as PersonalField[];
const upper = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase();
const kinds = Object.keys(records).filter(
  kind => Object.keys(records[kind as keyof typeof records].personal).length,
);
describe('a personal value', () => {
  it('is every masked value that lists show, and nothing else: the wage is no sealed value', () => {
    const masked = lists.types.flatMap(type =>
      Object.entries(type.fields)
        .filter(([, { sql }]) => /_mask\b/.test(sql.join()))
        .map(([name]) => `${type.name}.${upper(name)}`),
    );
    const open = Object.keys(records).flatMap(kind => {
      const record = recordOf(kind);
      return fieldNames
        .filter(field => record && sealedColumn(record, field))
        .map(field => `${kind}.${field}`);
    });
    expect(open.sort()).toEqual(masked.sort());
    expect(new Set(open.map(one => one.split('.')[1]))).toEqual(new Set(fieldNames));
  });

  it('is shown in plain once, for half a minute, and not kept by any cache', async () => {
    const response = await hub.post(
      '/graphql',
      {
        query: `mutation { revealPersonalField(input: { id: "Contract:1", field: ID_NUMBER, purpose: IDENTITY_CHECK,
          reason: "核对" }) { value hiddenAt revealsLeft } }`,
      },
      { cookie: clerk },
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { data } = (await response.json()) as { data: unknown };
    const shown = revealed({ data });
    expect(shown?.value).toMatch(/^\d{17}[\dX]$/);
    expect(Date.parse(shown?.hiddenAt ?? '') - hub.now().getTime()).toBe(30_000);
    expect(hub.log.join('')).not.toContain(shown?.value);
  });

  it('stands in the trail by purpose, reason and record, never as itself', async () => {
    const { data } = await hub.reveal(clerk, { caseNo: '柳东调〔2026〕1号' });
    const [entry] = (await hub.trail('revealPersonalField')).slice(-1);
    expect(entry).toMatchObject({
      object: 'Contract:1',
      outcome: 'DONE',
      purpose: 'IDENTITY_CHECK: 核对合同登记的身份',
      session: expect.stringMatching(/^\d+$/) as string,
      subjects: ['Contract:1'],
      detail: { field: 'ID_NUMBER', purpose: 'IDENTITY_CHECK', caseNo: '柳东调〔2026〕1号' },
    });
    const everything = await hub.owner<{ entry: string }>('select entry from audit_entry');
    expect(everything.map(row => row.entry).join()).not.toContain(revealed({ data })?.value);
    expect(await hub.owner('select 1 from idempotency')).toEqual([]);
  });

  it('that the record does not hold is told as such, and counts for nothing', async () => {
    await hub.owner(`update contract set worker_name_cipher = null, worker_name_mask = null where id = 5`);
    const before = revealed(await hub.reveal(clerk))?.revealsLeft;
    const none = revealed(await hub.reveal(clerk, { id: 'Contract:5', field: 'WORKER_NAME' }));
    expect(none).toMatchObject({ value: null, revealsLeft: before });
  });
});

describe('who may look', () => {
  it('is whoever may see the record and reveal: every role × every kind', async () => {
    await hub.owner(`update dispute set channel = 'COURT' where id = 1`);
    const [home] = await hub.owner<{ town: string }>('select town from enterprise where id = 1');
    for (const role of roles) {
      const viewer: Viewer = {
        ...viewerOf(role, role === 'TOWN' ? (home?.town ?? null) : null),
        ...{ session: '1', provenAt: hub.now() },
      };
      for (const kind of kinds) {
        const record = recordOf(kind);
        const field = fieldNames.find(one => record && sealedColumn(record, one)) ?? 'PHONE';
        const [of] = Object.values(record?.personal ?? {});
        const purpose = of ? personalPolicy(of.category).purposes[0] : undefined;
        const asked = { id: `${kind}:1`, field, purpose: purpose ?? 'CONTACT', reason: '核对' };
        const answer = await hub.services.reveal.reveal(viewer, asked).then(
          ({ value }) => typeof value,
          (error: { code?: string }) => error.code,
        );
        const reads = (grants[record?.action ?? 'metric.read'] as readonly string[]).includes(role);
        const may = (grants['personal.reveal'] as readonly string[]).includes(role);
        const expected = !may ? 'FORBIDDEN' : reads ? 'string' : 'NOT_FOUND';
        expect([role, kind, answer]).toEqual([role, kind, expected]);
      }
    }
  });

  it('sees nothing of another town or channel, nor of what is not there: one answer for both', async () => {
    const towns = await hub.owner<{ id: number; town: string }>(
      'select id, town from enterprise order by id',
    );
    const officer = await hub.proven('TOWN', 'LUORONG');
    const about = { field: 'PHONE', purpose: 'CASE_HANDLING' };
    const answers = new Set<string>();
    for (const { id, town } of [...towns, { id: 999, town: 'none' }]) {
      const { data, code, errors } = await hub.reveal(officer, { ...about, id: `Enterprise:${id}` });
      expect([town, code]).toEqual([town, town === 'LUORONG' ? undefined : 'NOT_FOUND']);
      if (code) answers.add(JSON.stringify([data, errors[0]?.message]));
    }
    expect(answers.size).toBe(1);
    const court = await hub.proven('COURT');
    const cases = await hub.owner<{ id: number; channel: string }>(
      'select id, channel from dispute order by id',
    );
    for (const { id, channel } of cases) {
      const { code } = await hub.reveal(court, {
        id: `Dispute:${id}`,
        field: 'APPLICANT',
        purpose: 'CASE_HANDLING',
      });
      expect([channel, code]).toEqual([channel, channel === 'COURT' ? undefined : 'NOT_FOUND']);
    }
  });

  it('is a person: a token of the same role is refused, and so is nobody', async () => {
    const input = { id: 'Contract:1', field: 'ID_NUMBER', purpose: 'IDENTITY_CHECK', reason: 'x' };
    const query = `mutation($input: RevealPersonalFieldInput!) { revealPersonalField(input: $input) { value } }`;
    const byToken = await hub.graphql(query, { token: await hub.token('HRSS'), variables: { input } });
    expect([byToken.code, byToken.data]).toEqual(['FORBIDDEN', null]);
    expect((await hub.graphql(query, { variables: { input } })).code).toBe('UNAUTHENTICATED');
  });

  it('has proven the second factor within five minutes; who has not is told the step', async () => {
    const step = async (cookie: string): Promise<unknown> =>
      ((await hub.reveal(cookie)).errors[0]?.extensions as { step?: string } | undefined)?.step;
    expect(await step(await hub.unproven('HRSS'))).toBe('SECOND_FACTOR');
    const stale = await hub.proven('HRSS');
    expect(revealed(await hub.reveal(stale))?.value).toBeTruthy();
    hub.wait(5 * 60_000 + 1000);
    expect(await step(stale)).toBe('SECOND_FACTOR');
    clerk = await hub.proven('HRSS');
  });
});

subjectRequestCases(() => hub);

describe('what is sealed', () => {
  it('stands under a category of the policy in every table of the database', async () => {
    const sealed = await hub.owner<{ at: string }>(
      `select c.relname || '.' || replace(a.attname, '_cipher', '') as at from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.attname ~ '_cipher$' and c.relkind = 'r' and c.relname !~ '_history$' and not a.attisdropped`,
    );
    const known = Object.values<RecordPolicy>(records).flatMap(({ table, personal }) =>
      Object.values(personal).map(({ column }) => `${table}.${column}`),
    );
    expect(sealed.map(({ at }) => at).filter(at => !known.includes(at))).toEqual([]);
    expect(sealed.length).toBeGreaterThan(5);
  });
  retentionCases();
});

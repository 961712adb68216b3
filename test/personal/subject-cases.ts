import { describe, expect, it } from 'vitest';
import { personalCategories } from '../../server/src/access/policy/personal.ts';
import type { Role } from '../../server/src/access/roles.ts';
import type { Answer } from '../server/hub.ts';
import { revealed, type RevealHub } from './support.ts';

const mutation = `mutation($input: AnswerSubjectRequestInput!) { answerSubjectRequest(input: $input) {
  answeredAt accessCount requestsLeft
  records { id employer current values { field shown sensitive purposes basis retention } }
  accesses { entry act actName office program purpose records } } }`;

/** What the counter's answer says, as far as these tests look. */
interface Told {
  readonly accessCount: number;
  readonly requestsLeft: number;
  readonly records: readonly { id: string; current: boolean; values: readonly Value[] }[];
  readonly accesses: readonly Access[];
}
interface Value {
  readonly field: string;
  readonly shown: string | null;
  readonly purposes: readonly string[];
  readonly basis: string;
  readonly retention: string;
}
interface Access {
  readonly act: string;
  readonly office: string;
  readonly program: boolean;
  readonly purpose: string | null;
  readonly records: readonly string[];
}

/** Asks at the counter. */
const ask = (hub: RevealHub, cookie: string, idNumber: string, reason = '窗口受理2026-1'): Promise<Answer> =>
  hub.graphql(mutation, { variables: { input: { idNumber, reason } }, headers: { cookie } }); // prettier-ignore

/** What was answered. */
const toldBy = ({ data }: { data: unknown }): Told | undefined =>
  (data as { answerSubjectRequest: Told } | null)?.answerSubjectRequest;

/** The identity number of a contract of the golden district, as somebody would bring it to the counter. */
async function numberOf(hub: RevealHub, cookie: string, id = 'Contract:1'): Promise<string> {
  const shown = revealed(await hub.reveal(cookie, { id, field: 'ID_NUMBER' }))?.value;
  expect(shown).toMatch(/^\d{17}[\dX]$/);
  return shown ?? '';
}

const lookAtContracts = (hub: RevealHub, cookie: string): Promise<Answer> =>
  hub.graphql('{ contracts(first: 50) { nodes { id idNumber } } }', { headers: { cookie } });

/** What somebody at the counter is told, in the world of the reveals. */
export function subjectRequestCases(hubOf: () => RevealHub): void {
  describe('a person at the counter', () => {
    it('is told every record, its ground, and who looked: the office and the purpose, not the person', async () => {
      const hub = hubOf();
      const counter = await hub.proven('HRSS');
      const number = await numberOf(hub, counter);
      await lookAtContracts(hub, await hub.unproven('UNION'));
      const told = toldBy(await ask(hub, counter, ` ${number.slice(0, 6)} ${number.slice(6).toLowerCase()}`));
      const held = await hub.owner<{ id: string }>(
        `select 'Contract:' || id as id from contract
         where id_number_hash = (select id_number_hash from contract where id = 1) order by contract.id`,
      );
      expect(told?.records.map(({ id, current }) => ({ id, current }))).toEqual(held.map(({ id }) => ({ id, current: true }))); // prettier-ignore
      const [record] = told?.records ?? [];
      expect(record?.values.find(({ field }) => field === 'idNumber')?.shown).toMatch(
        /^\d{4}\*{10}[\dX]{4}$/u,
      );
      for (const { purposes, basis, retention } of record?.values ?? [])
        expect([purposes.length > 0, basis, retention]).toEqual([true, expect.stringMatching(/../u), expect.stringMatching(/\d/u)]); // prettier-ignore
      expect(told?.accesses[0]).toMatchObject({ act: 'answerSubjectRequest', office: expect.stringContaining('人社') as string }); // prettier-ignore
      expect(told?.accesses.find(one => one.act === 'readPersonal' && one.office === '工会')).toMatchObject({ program: false, purpose: null }); // prettier-ignore
      expect(told?.accesses.find(one => one.act === 'revealPersonalField')?.purpose).toBe('核对身份');
      expect(told?.accessCount).toBe(told?.accesses.length);
      expect(JSON.stringify(told)).not.toContain(number);
      expect(JSON.stringify(told)).not.toMatch(/person\d|person:/u);
    });

    it('is still told of a record that was withdrawn, and of the files that were looked through', async () => {
      const hub = hubOf();
      const counter = await hub.proven('HRSS');
      const number = await numberOf(hub, counter, 'Contract:2');
      const [file] = await hub.owner<{ id: string }>(
        `select s.file_id as id from contract c join import_row r on r.id = c.import_row_id join import_sheet s on s.id = r.sheet_id where c.id = 2`,
      );
      await hub.owner('delete from contract where id = 2');
      const who = {
        actor: 'token:9',
        name: 'desk',
        onBehalfOf: 'TOWN LUORONG',
        session: null,
        address: null,
      };
      await hub.services.audit.note(who, { act: 'downloadRejects', object: `Import:${file?.id}`, subjects: [`Import:${file?.id}`] }); // prettier-ignore
      const told = toldBy(await ask(hub, counter, number));
      expect(told?.records.find(({ id }) => id === 'Contract:2')?.current).toBe(false);
      expect(told?.accesses.some(({ records }) => records.includes('Contract:2'))).toBe(true);
      expect(told?.accesses.find(({ act }) => act === 'downloadRejects')).toMatchObject({ office: '镇 LUORONG', program: true, records: [`Import:${file?.id}`] }); // prettier-ignore
    });

    it('of whom nothing is held is told so; what is no number is refused without repeating it', async () => {
      const hub = hubOf();
      const counter = await hub.proven('HRSS');
      expect(toldBy(await ask(hub, counter, '450299190001010000'))).toMatchObject({ records: [], accesses: [], accessCount: 0 }); // prettier-ignore
      const bad = await ask(hub, counter, '4502991900010100');
      expect([bad.code, JSON.stringify(bad)]).toEqual(['BAD_USER_INPUT', expect.not.stringContaining('4502991900010100')]); // prettier-ignore
      expect((await ask(hub, counter, '450299190001010000', ' ')).code).toBe('BAD_USER_INPUT');
      const done = (await hub.trail('answerSubjectRequest')).filter(one => one.outcome === 'DONE');
      expect(done.at(-1)).toMatchObject({ object: 'SubjectRequest', purpose: '窗口受理2026-1' });
    });

    it('is answered by HRSS alone, in person, the second factor just proven; the number stands nowhere', async () => {
      const hub = hubOf();
      const number = '450299190001010000';
      const others: Role[] = ['UNION', 'OFFICE', 'TOWN', 'COURT', 'LEADER', 'AUDITOR'];
      for (const role of others) expect([role, (await ask(hub, await hub.proven(role), number)).code]).toEqual([role, 'FORBIDDEN']); // prettier-ignore
      const { errors } = await ask(hub, await hub.unproven('HRSS'), number);
      expect((errors[0]?.extensions as { step?: string } | undefined)?.step).toBe('SECOND_FACTOR');
      const input = { idNumber: number, reason: '窗口' };
      const byToken = await hub.graphql(mutation, { token: await hub.token('HRSS'), variables: { input } });
      expect(byToken.code).toBe('FORBIDDEN');
      const entries = await hub.owner<{ entry: string }>('select entry from audit_entry');
      const [kept] = await hub.owner<{ hash: string }>(
        'select id_number_hash as hash from contract where id = 1',
      );
      const everything = entries.map(({ entry }) => entry).join() + hub.log.join('');
      expect(everything).not.toContain(number);
      expect(everything).not.toContain(kept?.hash);
    });

    it('cannot be used to try numbers: it counts among the thirty of an hour', async () => {
      const hub = hubOf();
      const counter = await hub.proven('HRSS');
      const first = toldBy(await ask(hub, counter, '450299190001010000'));
      expect(first?.requestsLeft).toBe(29);
      const rest = await Promise.all(
        Array.from({ length: 32 }, () => ask(hub, counter, '450299190001010000')),
      );
      expect(rest.filter(({ code }) => code === 'RATE_LIMITED')).toHaveLength(3);
    });
  });
}

/** Every sealed column has purpose, basis and period (PIPL 6, 13, 19): a new one without them fails here. */
export function retentionCases(): void {
  it('has a purpose, a basis and a period for every category that is kept', () => {
    for (const [category, { purposes, basis, retention }] of Object.entries(personalCategories)) {
      const said = [purposes, basis.zh, basis.en, retention.after.zh, retention.after.en];
      expect([category, ...said.map(({ length }) => length > 0)]).toEqual([
        category,
        ...said.map(() => true),
      ]);
      expect([category, retention.years]).toEqual([category, expect.toSatisfy(years => Number(years) > 0)]);
    }
  });
}

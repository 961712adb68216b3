import { systemScope, type Query } from '../../server/src/kernel/database.ts';
import type { TestHub } from '../support/database.ts';

type Day = string;

/** The facts of a small district as a test states them; column names are those of the tables. */
export interface Employer {
  id: number; uscc: string; town: string; industry: string; size: string | null; registration: string | null;
  staff: number; founded_on: Day; closed_on: Day | null;
} // prettier-ignore
export interface Status { enterprise_id: number; stated_on: Day; status: string } // prettier-ignore
export interface Union {
  enterprise_id: number; form: string; founded_on: Day | null; dissolved_on: Day | null; members: number;
  collective_from: Day | null; collective_to: Day | null; wage_from: Day | null; wage_to: Day | null;
  congress: boolean | null; disclosure: boolean | null;
} // prettier-ignore
export interface Certification {
  enterprise_id: number; filed_on: Day; review_score: number | null; notice_from: Day | null;
  certified_on: Day | null; valid_to: Day | null; revoked_on: Day | null; qualified: boolean; lacking?: string[];
} // prettier-ignore
export interface Dispute {
  enterprise_id: number; filed_on: Day; accepted_on: Day | null; closed_on: Day | null; archived_on: Day | null;
  outcome: string | null; cause: string; channel: string; applicants: number; amount: number | null;
  confirmed: boolean | null; performance: string | null; job_lost: boolean | null; reemployed_on: Day | null;
} // prettier-ignore
export interface Contract {
  enterprise_id: number; worker: string; starts_on: Day; ends_on: Day | null; terminated_on: Day | null;
  electronic: boolean; platform_no: string | null; digest: string | null;
} // prettier-ignore
export interface Filing { enterprise_id: number; filed_on: Day; kind: string; workers: number; insured: number } // prettier-ignore
export interface Signing { enterprise_id: number; platform_no: string; party: string; signed_at: string; digest: string } // prettier-ignore
export interface Inspection {
  enterprise_id: number; source: string; subject: string | null; checked_on: Day; filed: boolean | null;
  filed_on: Day | null; correction_ordered_on: Day | null; correction_due_on: Day | null; corrected_on: Day | null;
  summons_on: Day | null; grade: string | null;
} // prettier-ignore
export interface District {
  employers: Employer[];
  statuses: Status[];
  unions: Union[];
  certifications: Certification[];
  disputes: Dispute[];
  contracts: Contract[];
  filings: Filing[];
  signings: Signing[];
  inspections: Inspection[];
}

/** What a test does not say about a fact. */
export const employer = (fact: Partial<Employer> & { id: number }): Employer => ({
  uscc: `91${String(fact.id).padStart(16, '0')}`, town: 'LUORONG', industry: 'C', size: 'SMALL',
  registration: '有限责任公司', staff: 100, founded_on: '2015-01-01', closed_on: null, ...fact,
}); // prettier-ignore
export const union = (fact: Partial<Union> & { enterprise_id: number }): Union => ({
  form: 'OWN', founded_on: '2018-01-01', dissolved_on: null, members: 80, collective_from: null,
  collective_to: null, wage_from: null, wage_to: null, congress: null, disclosure: null, ...fact,
}); // prettier-ignore
export const certification = (fact: Partial<Certification> & { enterprise_id: number }): Certification => ({
  filed_on: '2022-06-20', review_score: null, notice_from: null, certified_on: null, valid_to: null,
  revoked_on: null, qualified: true, ...fact,
}); // prettier-ignore
export const dispute = (fact: Partial<Dispute> & { enterprise_id: number }): Dispute => ({
  filed_on: '2022-03-01', accepted_on: null, closed_on: null, archived_on: null, outcome: null, cause: '04',
  channel: 'HRSS', applicants: 1, amount: null, confirmed: null, performance: null, job_lost: null,
  reemployed_on: null, ...fact,
}); // prettier-ignore
export const contract = (fact: Partial<Contract> & { enterprise_id: number; worker: string }): Contract => ({
  starts_on: '2021-01-01', ends_on: null, terminated_on: null, electronic: false, platform_no: null, digest: null, ...fact,
}); // prettier-ignore
export const filing = (fact: Partial<Filing> & { enterprise_id: number }): Filing => ({
  filed_on: '2022-02-01', kind: 'ANNUAL', workers: 50, insured: 40, ...fact,
}); // prettier-ignore
export const signing = (fact: Partial<Signing> & { enterprise_id: number; platform_no: string }): Signing => ({
  party: 'EMPLOYER', signed_at: '2022-01-01T01:00:00Z', digest: 'aa', ...fact,
}); // prettier-ignore
export const inspection = (fact: Partial<Inspection> & { enterprise_id: number }): Inspection => ({
  source: 'PATROL', subject: '06', checked_on: '2022-03-01', filed: null, filed_on: null, correction_ordered_on: null,
  correction_due_on: null, corrected_on: null, summons_on: null, grade: null, ...fact,
}); // prettier-ignore
export const district = (facts: Partial<District>): District => ({
  employers: [], statuses: [], unions: [], certifications: [], disputes: [], contracts: [], filings: [],
  signings: [], inspections: [], ...facts,
}); // prettier-ignore

export const everyForm = ['E', 'U', 'A', 'D', 'C', 'F', 'S', 'I'];
const tables =
  'inspection, signing, filing, contract, dispute, certification, union_organisation, enterprise_status, former_name, enterprise';
const history = tables.split(', ').map(table => `${table}_history`).join(', '); // prettier-ignore

/** Empties the database of facts and imports. */
export async function empty(hub: TestHub): Promise<void> {
  await hub.owner(
    `truncate ${tables}, ${history}, import_row, import_issue, import_sheet, import_file cascade`,
  );
}

/** Adds facts as one import known from a moment; forms may be delivered without a row in them. */
export async function load(
  hub: TestHub,
  facts: Partial<District>,
  { forms = everyForm, knownAt = '2020-01-01T00:00:00Z' } = {},
): Promise<void> {
  await hub.database.transaction(systemScope('test'), async query => {
    await query(`select hub_begin_change('IMPORT', 'test', null, null)`);
    const row = await delivered(query, forms, knownAt);
    const put = (table: string, rows: object[]) => insert(query, table, rows, row);
    await put('enterprise', (facts.employers ?? []).map(one => ({
      name: `用人单位${one.id}`, name_key: `用人单位${one.id}`, status: one.closed_on ? 'CLOSED' : 'ACTIVE', ...one,
    }))); // prettier-ignore
    await put('enterprise_status', facts.statuses ?? []);
    await put('union_organisation', facts.unions ?? []);
    await put(
      'certification',
      (facts.certifications ?? []).map(one => ({ lacking: [], ...one })),
    );
    await put('dispute', (facts.disputes ?? []).map((one, i) => ({
      case_no: `案${i}-${knownAt}`, case_key: `案${i}-${knownAt}`, respondent_name: '被申请人', cause_text: '案由', ...one,
    }))); // prettier-ignore
    await put('contract', (facts.contracts ?? []).map(({ worker, platform_no: no, ...one }, i) => ({
      contract_no: `合${i}-${knownAt}`, contract_key: `合${i}-${knownAt}`, kind: 'FIXED', signed_on: one.starts_on,
      id_number_hash: worker, platform_contract_no: no, platform_contract_key: no, ...one,
    }))); // prettier-ignore
    await put(
      'filing',
      (facts.filings ?? []).map(one => ({ contracted: one.workers, ...one })),
    );
    await put('signing', (facts.signings ?? []).map(({ platform_no: no, ...one }) => ({
      platform_contract_no: no, platform_contract_key: no, ...one,
    }))); // prettier-ignore
    await put('inspection', (facts.inspections ?? []).map((one, i) => ({
      case_no: `察${i}-${knownAt}`, case_key: `察${i}-${knownAt}`, ...one,
    }))); // prettier-ignore
    await query('select hub_settle_change($1)', [knownAt]);
  });
}

/** States a setting as an administrator would; null gives the hub's own value back. */
export async function state(
  hub: TestHub,
  key: string,
  value: unknown,
  knownAt = '2020-01-01T00:00:00Z',
): Promise<void> {
  await hub.database.transaction(systemScope('test'), async query => {
    await query(`select hub_begin_change('SETTING', 'test', 'why', null)`);
    await query('insert into setting_statement (key, value, stated_by) values ($1, $2, $3)', [
      key, JSON.stringify(value), 'test',
    ]); // prettier-ignore
    await query('select hub_settle_change($1)', [knownAt]);
  });
}

/** Changes facts later, as a further import would. */
export async function change(hub: TestHub, knownAt: string, sql: string): Promise<void> {
  await hub.database.transaction(systemScope('test'), async query => {
    await query(`select hub_begin_change('IMPORT', 'test', null, null)`);
    await query(sql);
    await query('select hub_settle_change($1)', [knownAt]);
  });
}

async function delivered(query: Query, forms: string[], knownAt: string): Promise<number> {
  const [file] = await query<{ id: string }>(
    `insert into import_file (file_name, sent_by, status) values ('t.xlsx', 'test', 'DONE') returning id`,
  );
  let row = 0;
  for (const [position, form] of [...forms, 'X'].entries()) {
    const [sheet] = await query<{ id: number }>(
      `insert into import_sheet (file_id, position, sheet, form, status, known_at) values ($1, $2, 's', $3, $4, $5) returning id`,
      [file?.id, position, form === 'X' ? null : form, form === 'X' ? 'UNRECOGNISED' : 'DONE', knownAt],
    );
    const [added] = await query<{ id: number }>(
      `insert into import_row (sheet_id, row_no, outcome) values ($1, 1, 'inserted') returning id`,
      [sheet?.id],
    );
    row = added?.id ?? 0;
  }
  return row;
}

async function insert(query: Query, table: string, rows: object[], importRow: number): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await query(
    `insert into ${table} (${columns}, import_row_id) select ${columns}, $2 from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows), importRow],
  );
}

import type { ClientBase } from 'pg';
import { employerCode } from './contract-file.ts';

/** How large the district behind the home page is. */
export interface HomeDistrict {
  readonly employers: number;
  readonly contracts: number;
  readonly disputes: number;
}

const forms = ['E', 'U', 'C', 'F', 'S', 'D', 'A', 'I'];
const pick = (list: string, chance = 'random()'): string =>
  `(array[${list}])[1 + floor(${chance} * ${list.split(',').length})::int]`;
const days = (from: string, span: number, chance = 'random()'): string =>
  `date '${from}' + floor(${chance} * ${span})::int`;
const sealed = `decode(repeat('00', 40), 'hex')`;

/** Every form as delivered once, with one row that all its facts name as their origin. */
const deliveries = `with file as (
    insert into import_file (file_name, status, sent_by, finished_at) values ('bench.xlsx', 'DONE', 'bench', now()) returning id),
  sheet as (
    insert into import_sheet (file_id, position, sheet, form, stated_on, status, known_at, rows_read, inserted)
    select file.id, f.position, f.form, f.form, current_date, 'DONE', now(), 1, 1
    from file, unnest($1::text[]) with ordinality f(form, position) returning id)
  insert into import_row (sheet_id, row_no, outcome) select id, 1, 'INSERTED' from sheet`;

const rowOf = (form: string): string =>
  `(select r.id from import_row r join import_sheet s on s.id = r.sheet_id where s.form = '${form}' limit 1)`;

const statements = ({ employers, contracts, disputes }: HomeDistrict): string[] => [
  `insert into enterprise (uscc, name, name_key, town, industry, size, registration, staff, founded_on, status, import_row_id)
   select uscc, '柳东测试第' || n || '单位', '柳东测试第' || n || '单位',
     ${pick(`'LUORONG','LUOBU','CORE'`)}, ${pick(`'C','C','C','C','F','F','I','G','H','E','L','M'`)},
     ${pick(`'LARGE','MEDIUM','SMALL','SMALL','MICRO','MICRO'`)}, ${pick(`'有限责任公司','股份有限公司','个体工商户','事业单位'`)},
     5 + floor(random() ^ 3 * 200)::int, ${days('1995-01-01', 9000)}, 'ACTIVE', ${rowOf('E')}
   from unnest($1::text[]) with ordinality as code(uscc, n)`,
  `insert into enterprise_status (enterprise_id, stated_on, status, import_row_id)
   select id, ${days('2022-01-01', 1000)}, 'SUSPENDED', ${rowOf('E')} from enterprise where id % 50 = 0`,
  `insert into union_organisation (enterprise_id, form, founded_on, members, collective_from, collective_to, wage_from, wage_to,
     congress, disclosure, import_row_id)
   select id, ${pick(`'OWN','OWN','JOINT','REGIONAL'`)}, greatest(founded_on, ${days('2010-01-01', 4500)}), floor(staff * random())::int,
     d, d + 1095, d + 30, d + 395, random() < 0.8, random() < 0.8, ${rowOf('U')}
   from (select *, ${days('2022-01-01', 1500)} as d from enterprise where id % 12 <> 0) e`,
  `insert into certification (enterprise_id, filed_on, review_score, notice_from, certified_on, qualified, import_row_id)
   select id, d, 85, d + 40, d + 60, random() < 0.98, ${rowOf('A')}
   from (select id, ${days('2021-01-01', 1900)} as d from enterprise where id % 11 <> 0) e`,
  `insert into filing (enterprise_id, filed_on, kind, workers, contracted, insured, import_row_id)
   select id, ${days('2026-01-01', 300)}, 'ANNUAL', staff, staff - 1, staff - 2, ${rowOf('F')} from enterprise where id % 20 <> 0
   union all select id, ${days('2025-01-01', 300)}, 'FIRST', staff + 2, staff, staff - 1, ${rowOf('F')} from enterprise where id % 3 = 0`,
  `insert into contract (enterprise_id, contract_no, contract_key, id_number_hash, kind, signed_on, starts_on, ends_on, electronic,
     platform, platform_contract_no, platform_contract_key, digest, import_row_id)
   select 1 + n % ${employers}, 'HT' || n, 'HT' || n, md5((n / 3)::text), 'FIXED', d, d, d + 365 * ceil(random() * 3)::int - 1, electronic,
     case when electronic then 'LEQIAN' end, case when electronic then 'P' || n end, case when electronic then 'P' || n end,
     case when electronic then md5(n::text) end, ${rowOf('C')}
   from (select n, ${days('2019-06-01', 2700)} as d, random() < 0.75 as electronic from generate_series(1, ${contracts}) n offset 0) c`,
  `insert into signing (enterprise_id, platform_contract_no, platform_contract_key, party, signed_at, digest, import_row_id)
   select enterprise_id, platform_contract_no, platform_contract_key, party, signed_on + time '10:00', digest, ${rowOf('S')}
   from contract cross join (values ('EMPLOYER'), ('WORKER')) p(party) where electronic and id % 5 = 0`,
  `insert into dispute (case_no, case_key, filed_on, applicant_cipher, applicant_hash, applicant_mask, applicants, enterprise_id,
     respondent_name, cause, cause_text, amount, channel, accepted_on, closed_on, outcome, confirmed, performance, job_lost, import_row_id)
   select 'AH' || n, 'AH' || n, d, ${sealed}, md5(n::text), '测**', case when n % 500 = 0 then 30 else 1 end, 1 + n % ${employers},
     '柳东测试单位', ${pick(`'04','03','05','06','02'`)}, '劳动报酬', round((random() * 50000)::numeric, 2), ${pick(`'UNION','HRSS','COURT'`)},
     d + 2, case when closed then d + 3 + floor(random() * 20)::int end, case when closed then ${pick(`'SETTLED','SETTLED','SETTLED','FAILED','WITHDRAWN'`)} end,
     random() < 0.3, case when closed then 'DONE' end, random() < 0.2, ${rowOf('D')}
   from (select n, ${days('2021-01-01', 2150)} as d, random() < 0.99 as closed from generate_series(1, ${disputes}) n offset 0) c`,
  `insert into inspection (enterprise_id, case_no, case_key, source, checked_on, subject, filed, correction_ordered_on,
     correction_due_on, corrected_on, grade, import_row_id)
   select id, 'JC' || id, 'JC' || id, ${pick(`'PATROL','COMPLAINT','CAMPAIGN'`)}, d, ${pick(`'02','06','07'`)}, false,
     d + 5, d + 20, d + 15, ${pick(`'A','B','C'`)}, ${rowOf('I')}
   from (select id, ${days('2023-01-01', 1400)} as d from enterprise where id % 2 = 0) e`,
];

/** Fills an empty, migrated database set-wise, as its owner; the same district every time. */
export async function seedHome(client: ClientBase, district: HomeDistrict): Promise<void> {
  await client.query(deliveries, [forms]);
  await client.query('select setseed(0.25)');
  const codes = Array.from({ length: district.employers }, (_, i) => employerCode(i + 1));
  for (const sql of statements(district)) await client.query(sql, sql.includes('$1') ? [codes] : []);
  await client.query('vacuum analyze');
}

import pg, { type ClientBase } from 'pg';
import { addDays } from '../../server/src/kernel/days.ts';
import { usccCheckCharacter } from '../../server/src/kernel/uscc.ts';

/** How large the district is. */
export interface District {
  readonly employers: number;
  readonly disputes: number;
}

const towns = ['LUORONG', 'LUOBU', 'CORE'];
const sizes = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'];
const channels = ['UNION', 'HRSS', 'COURT'];
const outcomes = ['SETTLED', 'SETTLED', 'SETTLED', 'FAILED', 'WITHDRAWN'];
const causes = ['04', '03', '05', '06', '02'];

/** A fixed sequence of fractions (mulberry32): the same district on every machine. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function employerRows(count: number): object[] {
  const random = sequence(1);
  return Array.from({ length: count }, (_, i) => {
    const first17 = `91450299MA5${String(i + 1).padStart(6, '0')}`;
    return {
      uscc: first17 + (usccCheckCharacter(first17) ?? '0'),
      name: `柳东测试第${i + 1}制造有限公司`,
      town: towns[Math.floor(random() * 3)],
      size: sizes[Math.floor(random() * 4)],
      staff: 5 + Math.floor(random() ** 3 * 400),
      founded_on: addDays('2005-01-01', Math.floor(random() * 6000)),
      row_no: i + 2,
    };
  });
}

function disputeRows(count: number, employers: number, first: number): object[] {
  const random = sequence(2 + first);
  return Array.from({ length: count }, (_, i) => {
    const filed = addDays('2021-01-01', Math.floor(random() * 2100));
    const closed = random() < 0.95;
    return {
      case_no: `柳东调〔${filed.slice(0, 4)}〕${first + i}号`,
      employer: 2 + Math.floor(random() * employers),
      filed_on: filed,
      cause: causes[Math.floor(random() * causes.length)],
      channel: channels[Math.floor(random() * 3)],
      amount: (random() * 50_000).toFixed(2),
      closed_on: closed ? addDays(filed, 3 + Math.floor(random() * 20)) : null,
      outcome: closed ? outcomes[Math.floor(random() * outcomes.length)] : null,
      row_no: i + 2,
    };
  });
}

/** One sheet of one file, with a row for every fact: provenance is part of the data as it really is. */
async function sheet(client: ClientBase, form: string, rows: number): Promise<string> {
  const file = await client.query<{ id: string }>(
    `insert into import_file (file_name, status, sent_by, finished_at) values ($1, 'DONE', 'bench', now()) returning id`,
    [`bench-${form}.xlsx`],
  );
  const made = await client.query<{ id: string }>(
    `insert into import_sheet (file_id, position, sheet, form, stated_on, status, known_at, rows_read, inserted)
     values ($1, 0, 'Sheet1', $2, current_date, 'DONE', now(), $3, $3) returning id`,
    [file.rows[0]?.id, form, rows],
  );
  const id = made.rows[0]?.id ?? '';
  await client.query(
    `insert into import_row (sheet_id, row_no, outcome)
     select $1, n + 1, 'INSERTED' from generate_series(1, $2::int) n`,
    [id, rows],
  );
  return id;
}

/** Fills an empty, migrated database with employers and their disputes, by straight SQL as its owner. */
export async function seedDistrict(client: ClientBase, { employers, disputes }: District): Promise<void> {
  const roster = await sheet(client, 'E', employers);
  await client.query(
    `insert into enterprise (uscc, name, name_key, town, industry, size, registration, staff, founded_on, status,
       legal_representative_cipher, legal_representative_hash, legal_representative_mask, import_row_id)
     select r.uscc, r.name, r.name, r.town, 'C', r.size, '有限责任公司', r.staff, r.founded_on, 'ACTIVE',
       decode(repeat('00', 40), 'hex'), md5(r.uscc), '测**', i.id
     from json_to_recordset($1) as r(uscc text, name text, town text, size text, staff int, founded_on date, row_no int)
     join import_row i on i.sheet_id = $2 and i.row_no = r.row_no order by r.row_no`,
    [JSON.stringify(employerRows(employers)), roster],
  );
  await seedDisputes(client, employers, disputes);
}

/** Adds disputes, evenly over the employers; `first` numbers them on from those that are there. */
export async function seedDisputes(
  client: ClientBase,
  employers: number,
  count: number,
  first = 1,
): Promise<void> {
  const cases = await sheet(client, 'D', count);
  await client.query(
    `insert into dispute (case_no, case_key, filed_on, applicant_cipher, applicant_hash, applicant_mask, applicants,
       enterprise_id, respondent_name, cause, cause_text, amount, channel, closed_on, outcome, import_row_id)
     select r.case_no, r.case_no, r.filed_on, decode(repeat('00', 40), 'hex'), md5(r.case_no), '测**', 1,
       e.id, e.name, r.cause, '劳动报酬', r.amount, r.channel, r.closed_on, r.outcome, i.id
     from json_to_recordset($1) as r(case_no text, employer int, filed_on date, cause text, channel text,
       amount numeric, closed_on date, outcome text, row_no int)
     join import_row i on i.sheet_id = $2 and i.row_no = r.row_no
     join (select id, name, row_number() over (order by id) + 1 as position from enterprise) e on e.position = r.employer
     order by r.row_no`,
    [JSON.stringify(disputeRows(count, employers, first)), cases],
  );
  await client.query('vacuum analyze');
}

/** One connection for one piece of work. */
export async function connected<Result>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

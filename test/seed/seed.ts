import type { Query } from '../../server/src/kernel/database.ts';
import { maskIdNumber, maskName, maskPhone, Vault } from '../../server/src/kernel/personal.ts';
import { nameKey } from '../../server/src/kernel/text.ts';
import { usccCheckCharacter } from '../../server/src/kernel/uscc.ts';
import { testSecret } from '../support/test-server.ts';
import {
  certificationDefaults, contractDefaults, disputeDefaults, enterpriseDefaults, filingDefaults, inspectionDefaults,
  signingDefaults, unionDefaults,
} from './defaults.ts'; // prettier-ignore

/** A row of a table under its column names. */
export type Columns = Record<string, unknown>;

/** A well-formed code for the nth invented employer; every third is no enterprise (its code begins with 52). */
export function inventedUscc(n: number): string {
  const first17 = `${n % 3 === 0 ? '52' : '91'}450200${String(n).padStart(9, '0')}`;
  return first17 + usccCheckCharacter(first17);
}

/**
 * Writes facts straight into the tables as the owner, each with its import row, so that a test says what is known and
 * nothing else: `seed.at('2026-01-05T08:00:00+08:00').enterprise({ staff: 40 }).union().dispute({ amount: '500.00' })`.
 */
export class Seed {
  readonly #owner: Query;
  readonly #vault = new Vault(testSecret);
  readonly #steps: (() => Promise<unknown>)[] = [];
  readonly #counts = new Map<string, number>();
  #moment = '2026-01-05T08:00:00+08:00';
  #sheet = 0;
  #change = 0;
  #row = 1;
  #enterprise: Columns = {};

  constructor(owner: Query) {
    this.#owner = owner;
  }

  /** What follows is known from this moment, out of a file of its own. */
  at(moment: string, fileName = `名录${moment.slice(0, 10)}.xlsx`): this {
    this.#moment = moment;
    const sheet = (this.#sheet = this.#next('import_sheet'));
    this.#row = 1;
    const file = `00000000-0000-4000-8000-${String(sheet).padStart(12, '0')}`;
    this.#step(`insert into import_file (id, file_name, sha256, status, sent_by, received_at, finished_at)
      values ($1, $2, $3, 'DONE', 'cli', $4, $4)`, [file, fileName, 'a'.repeat(64), moment]); // prettier-ignore
    this.#step(`insert into import_sheet (id, file_id, position, sheet, form, status, known_at)
      values ($1, $2, 0, '名录', 'E', 'DONE', $3)`, [sheet, file, moment]); // prettier-ignore
    this.#change = this.#next('change');
    return this.#step(`insert into change (id, kind, known_at, actor, file_id) values ($1, 'IMPORT', $2, 'cli', $3)`, [this.#change, moment, file]); // prettier-ignore
  }

  /** The employer that the facts after it belong to. */
  enterprise(columns: Columns = {}): this {
    const n = this.#next('enterprise');
    const merged = { ...enterpriseDefaults(n), uscc: inventedUscc(n), ...columns, id: n };
    this.#enterprise = merged;
    return this.#insert('enterprise', {
      ...merged,
      name_key: nameKey(String(merged.name)),
      ...this.#personal('legal_representative', '甲测试', maskName),
      ...this.#personal('contact', '乙测试', maskName),
      ...this.#personal('phone', '14000001234', maskPhone),
    });
  }

  formerName(name: string): this {
    return this.#insert('former_name', {
      id: this.#next('former_name'),
      ...this.#owned(),
      name,
      name_key: nameKey(name),
    });
  }

  union(columns: Columns = {}): this {
    const id = this.#next('union_organisation');
    return this.#insert('union_organisation', {
      ...{ id, ...unionDefaults(id), ...this.#owned(), ...this.#personal('chair', '丙测试', maskName) },
      ...columns,
    });
  }

  certification(columns: Columns = {}): this {
    const id = this.#next('certification');
    return this.#insert('certification', { id, ...certificationDefaults(id), ...this.#owned(), ...columns });
  }

  dispute(columns: Columns = {}): this {
    const id = this.#next('dispute');
    const merged = { ...disputeDefaults(id), respondent_name: this.#enterprise['name'], ...columns };
    return this.#insert('dispute', {
      ...{ id, ...this.#owned(), ...this.#personal('applicant', '丁测试', maskName), ...merged },
      case_key: nameKey(String(merged.case_no)),
    });
  }

  /** A labour contract; of another employer where `enterprise_id` says so, as with the facts below. */
  contract(columns: Columns = {}): this {
    const id = this.#next('contract');
    const merged = { ...contractDefaults(id), ...columns };
    return this.#insert('contract', {
      ...{ id, ...this.#owned(), ...this.#personal('worker_name', '戊测试', maskName) },
      ...this.#personal('id_number', '45020019900307807X', maskIdNumber),
      ...merged,
      contract_key: nameKey(String(merged.contract_no)),
      platform_contract_key: merged.platform_contract_no && nameKey(String(merged.platform_contract_no)),
    });
  }

  filing(columns: Columns = {}): this {
    const id = this.#next('filing');
    return this.#insert('filing', { id, ...filingDefaults(id), ...this.#owned(), ...columns });
  }

  signing(columns: Columns = {}): this {
    const id = this.#next('signing');
    const merged = { ...signingDefaults(id), ...columns };
    const key = { platform_contract_key: nameKey(String(merged.platform_contract_no)) };
    return this.#insert('signing', { id, ...this.#owned(), ...merged, ...key });
  }

  inspection(columns: Columns = {}): this {
    const id = this.#next('inspection');
    const merged = { ...inspectionDefaults(id), ...columns };
    return this.#insert('inspection', {
      ...{ id, ...this.#owned(), ...this.#personal('summons_target', '己测试', maskName), ...merged },
      case_key: nameKey(String(merged.case_no)),
    });
  }

  /** A later file says otherwise of a row: its present values change, its history keeps the old. */
  change(table: string, id: number, columns: Columns): this {
    const row = this.#importRow();
    const sets = Object.keys(columns).map(name => `${name} = r.${name}`);
    return this.#step(
      `update ${table} t set ${sets.join(', ')}, import_row_id = ${row}, version = t.version + 1, updated_at = $1::timestamptz
      from jsonb_populate_record(null::${table}, $2) r, (select set_config('hub.change', $4::text, true)) k where t.id = $3`,
      [this.#moment, JSON.stringify(columns), id, this.#change],
    );
  }

  /** Writes all that was said, in order, and moves the keys on. */
  async save(): Promise<void> {
    for (const step of this.#steps.splice(0)) await step();
    for (const [table, count] of this.#counts) {
      await this.#owner(`select setval(pg_get_serial_sequence($1, 'id'), $2)`, [table, count]);
    }
  }

  #owned = (): Columns => ({ enterprise_id: this.#enterprise['id'] });

  #personal(column: string, text: string, mask: (text: string) => string): Columns {
    const { cipher, hash, mask: masked } = this.#vault.seal(text, mask);
    return {
      [`${column}_cipher`]: `\\x${cipher.toString('hex')}`,
      [`${column}_hash`]: hash,
      [`${column}_mask`]: masked,
    };
  }

  #next(table: string): number {
    const next = (this.#counts.get(table) ?? 0) + 1;
    this.#counts.set(table, next);
    return next;
  }

  #importRow(): number {
    if (!this.#sheet) this.at(this.#moment);
    const id = this.#next('import_row');
    this.#step(`insert into import_row (id, sheet_id, row_no, outcome) values ($1, $2, $3, 'INSERTED')`, [
      id,
      this.#sheet,
      ++this.#row,
    ]);
    return id;
  }

  #insert(table: string, columns: Columns): this {
    const all = {
      ...columns,
      import_row_id: this.#importRow(),
      change_id: this.#change,
      version: 1,
      created_at: this.#moment,
      updated_at: this.#moment,
    };
    const names = Object.keys(all).join(', ');
    return this.#step(
      `insert into ${table} (${names}) select ${names.replace(/\w+/g, 'r.$&')}
      from jsonb_populate_record(null::${table}, $1) r`,
      [JSON.stringify(all)],
    );
  }

  #step(sql: string, values: unknown[]): this {
    this.#steps.push(() => this.#owner(sql, values));
    return this;
  }
}

import { DomainError } from '../../kernel/errors.ts';
import { once } from '../../access/idempotency.ts';
import { demand, importsOf } from '../../access/policy.ts';
import { actorOf, type Viewer } from '../../access/viewer.ts';
import type { AuditTrail } from '../../kernel/audit.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Query } from '../../kernel/database.ts';
import type { Column, Form, Source } from '../define-source.ts';
import { demandNoNumbers } from '../../kernel/personal-numbers.ts';
import { faultHeader, headerWord, isSerialHeader, type HeaderMapping } from '../table/header-words.ts';

/** A department's own name for a column, as its people see it. */
export interface SavedMapping {
  readonly id: string;
  readonly form: Form;
  readonly header: string;
  readonly column: string;
  readonly savedBy: string;
  readonly savedAt: Date;
}

interface MappingRow extends Omit<SavedMapping, 'id' | 'column'> {
  readonly id: number;
  readonly field: string;
}

const columns = `id, form, header, field, saved_by as "savedBy", saved_at as "savedAt"`;
const most = 500;

/** The column names that departments use in their own files; each department has its own and sees no other's. */
export class HeaderMappings {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #audit: AuditTrail;
  readonly #sources: readonly Source[];

  constructor(database: Database, clock: Clock, sources: readonly Source[], audit: AuditTrail) {
    [this.#database, this.#clock, this.#sources, this.#audit] = [database, clock, sources, audit];
  }

  async list(viewer: Viewer, form: Form | null): Promise<SavedMapping[]> {
    demand(viewer, 'import.read');
    const rows = await this.#database.read<MappingRow>(
      viewer.scope,
      `select ${columns} from header_mapping where department = $1 and form = any($2) order by form, id`,
      [departmentOf(viewer), importsOf(viewer).filter(one => form === null || one === form)],
    );
    return rows.flatMap(row => this.#published(row) ?? []);
  }

  /** Saves a name for a column of a form that the viewer may send; a name saved before means the new column from now on. */
  async save(
    viewer: Viewer,
    given: {
      readonly form: Form;
      readonly header: string;
      readonly column: string;
      readonly idempotencyKey?: string | null;
    },
  ): Promise<SavedMapping> {
    const source = this.#own(viewer, given.form);
    const column = columnNamed(source, given.column);
    const header = demandNoNumbers('header', given.header.trim());
    const key = keyOf(source, header);
    return this.#once(viewer, 'saveHeaderMapping', given, async query => {
      await this.#room(query, viewer, source.form);
      return query<MappingRow>(
        `insert into header_mapping (department, form, header, header_key, field, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (department, form, header_key) do update
           set header = excluded.header, field = excluded.field, saved_by = excluded.saved_by, saved_at = excluded.saved_at
         returning ${columns}`,
        [departmentOf(viewer), source.form, header, key, column.field, viewer.name, this.#clock.now()],
      );
    });
  }

  /** Forgets a name; another department's does not exist. */
  async remove(
    viewer: Viewer,
    given: { readonly id: string; readonly idempotencyKey?: string | null },
  ): Promise<SavedMapping> {
    demand(viewer, 'import.write');
    if (!/^\d{1,15}$/.test(given.id)) throw DomainError.notFound();
    return this.#once(viewer, 'deleteHeaderMapping', given, query =>
      query<MappingRow>(
        `delete from header_mapping where id = $1 and department = $2 and form = any($3) returning ${columns}`,
        [given.id, departmentOf(viewer), importsOf(viewer)],
      ),
    );
  }

  /** An act in a transaction of its own, done once for its key; its answer is the mapping it was about. */
  async #once(
    viewer: Viewer,
    act: string,
    input: { readonly idempotencyKey?: string | null },
    work: (query: Query) => Promise<MappingRow[]>,
  ): Promise<SavedMapping> {
    const asked = { actor: viewer.scope.actor, act, input, at: this.#clock.now() };
    const done = await this.#database.transaction(viewer.scope, query =>
      once(query, asked, async () => {
        const [row] = await work(query);
        const mapping = row && this.#published(row);
        if (!mapping) throw DomainError.notFound();
        const { id, form, column } = mapping;
        const said = {
          [act === 'saveHeaderMapping' ? 'after' : 'before']: mapping,
          detail: { form, column },
        };
        await this.#audit.record(query, actorOf(viewer), { act, object: `HeaderMapping:${id}`, ...said });
        return mapping;
      }),
    );
    return { ...done, savedAt: new Date(done.savedAt) };
  }

  #own(viewer: Viewer, form: Form): Source {
    demand(viewer, 'import.write');
    const source = this.#sources.find(one => one.form === form);
    if (!source || !importsOf(viewer).includes(form)) throw DomainError.forbidden();
    return source;
  }

  async #room(query: Query, viewer: Viewer, form: Form): Promise<void> {
    const [row] = await query<{ count: number }>(
      `select count(*)::int as count from header_mapping where department = $1 and form = $2`,
      [departmentOf(viewer), form],
    );
    if ((row?.count ?? 0) < most) return;
    throw DomainError.badInput('header', {
      zh: `每种报表最多保存 ${most} 个自定列名，请先删去不用的。`,
      en: `At most ${most} names may be saved for a form; delete those that are not used.`,
    });
  }

  /** A column that the form no longer has maps nothing. */
  #published({ id, field, ...row }: MappingRow): SavedMapping | undefined {
    const source = this.#sources.find(one => one.form === row.form);
    const column = source?.columns.find(one => one.field === field);
    return column && { ...row, id: String(id), column: column.header };
  }
}

/** A department is its role: everybody who sends its forms shares its names. */
export const departmentOf = (viewer: Viewer): string => viewer.role ?? '';

/** The names that hold for a sender's file. The hub itself has none: it takes those on which the departments agree. */
export async function mappingsOf(query: Query, viewer: Viewer): Promise<HeaderMapping[]> {
  return query<{ form: string; key: string; field: string }>(
    `select form, header_key as key, min(field) as field from header_mapping
      where department = $1 or $2 group by form, header_key having count(distinct field) = 1`,
    [departmentOf(viewer), viewer.kind === 'SYSTEM'],
  );
}

function columnNamed(source: Source, given: string): Column {
  const { key } = headerWord(given);
  const column = source.columns.find(one => one.field === given || headerWord(one.header).key === key);
  if (column) return column;
  throw DomainError.badInput('column', {
    zh: `报表 ${source.form} 没有“${given.slice(0, 40)}”这一列。`,
    en: `Form ${source.form} has no column "${given.slice(0, 40)}".`,
  });
}

/** The header as it is recognised; a name that means something already cannot be given another meaning. */
function keyOf(source: Source, header: string): string {
  const { key } = headerWord(header);
  if (key === '' || header.length > 100) {
    throw DomainError.badInput('header', {
      zh: '列名应为 1 至 100 个字。',
      en: 'The name must have 1 to 100 characters.',
    });
  }
  const taken = source.columns.some(one => headerWord(one.header).key === key);
  if (!taken && !isSerialHeader(key) && key !== faultHeader) return key;
  throw DomainError.badInput('header', {
    zh: `“${header}”在报表 ${source.form} 中已有固定的含义，不能另作他用。`,
    en: `"${header}" already has a meaning in form ${source.form}.`,
  });
}

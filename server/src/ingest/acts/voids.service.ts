import { demand, demandForms, importsOf } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import { Cursors } from '../../kernel/cursor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { connectionOf, windowOf, type ListArgs } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { seesAll } from '../../kernel/sight.ts';
import { reasonOf } from '../../kernel/reason.ts';
import type { Form, Source } from '../define-source.ts';
import type { IngestParts } from '../import-transaction.ts';
import { perform } from './act.ts';
import { factOf, factRows, restoreFact, voidFact } from './void-fact.ts';

/** Which void is undone, and why. */
export interface RestoreInput {
  readonly id: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null | undefined;
}

/** Which record is voided, as it stood when that was decided, and why. */
export interface VoidInput extends RestoreInput {
  readonly version: number;
}

/** A record that a person has voided. */
export interface VoidedRecord {
  readonly id: string;
  readonly form: Form;
  readonly title: string;
  readonly reason: string;
  readonly voidedBy: string;
  readonly voidedAt: Date;
  readonly corrected: boolean;
}

/** Voids single wrong records, with a reason, and undoes that. */
export class Voids {
  readonly #parts: IngestParts;
  readonly #cursors: Cursors;

  constructor(parts: IngestParts) {
    this.#parts = parts;
    this.#cursors = new Cursors(parts.vault.derive('voided records'));
  }

  async void(viewer: Viewer, input: VoidInput): Promise<VoidedRecord> {
    demand(viewer, 'record.void');
    const { source, id } = this.#placeOf(input.id);
    demandForms(viewer, [source.form]);
    const reason = reasonOf(input.reason);
    const act = { name: 'voidRecord', kind: 'VOID', reason, input, object: input.id } as const;
    // An answer given before is found before the fact, which is gone by then.
    const { voided } = await perform(this.#parts, viewer, act, async (run, changeId, tell) => {
      const [seen] = await this.#parts.database.read<{ id: number }>(
        viewer.scope,
        `select id from ${source.table} where id = $1`,
        [id],
      );
      const fact = seen && (await factOf(run.query, source, id));
      if (!fact) throw DomainError.notFound();
      if (input.version !== fact.version) throw changedMeanwhile();
      if (fact.key === null) throw ofEarlyRelease();
      const entry = { changeId, reason, by: viewer.name };
      const before = await factRows(run.query, source, fact.key);
      const voided = await voidFact(run, source, { ...fact, key: fact.key }, entry);
      tell({ before, after: await factRows(run.query, source, fact.key), detail: { voided } });
      return { voided };
    });
    return this.#one(viewer, voided);
  }

  async restore(viewer: Viewer, input: RestoreInput): Promise<VoidedRecord> {
    demand(viewer, 'record.void');
    const id = numberIn(input.id, 'VoidedRecord');
    const record = await this.#one(viewer, id);
    const reason = reasonOf(input.reason);
    const act = { name: 'restoreRecord', kind: 'RESTORE', reason, input, object: input.id } as const;
    await perform(this.#parts, viewer, act, async (run, changeId, tell) => {
      const { source, key } = await restoreFact(run, id, { changeId, by: viewer.name });
      tell({ after: await factRows(run.query, source, key) });
      return {};
    });
    return record;
  }

  /** Voids in force, newest first; of the viewer's forms, and of what they voided themselves where they see only some rows. */
  async list(viewer: Viewer, args: Pick<ListArgs, 'first' | 'after'>): Promise<Connection<VoidedRecord>> {
    demand(viewer, 'record.void');
    const window = windowOf(args);
    const { size, after } = window;
    const beyond = after === null ? null : this.#cursors.decode('after', 'VoidedRecord', after).id;
    const rows = await this.#read(viewer, beyond, size + 1, null);
    const [count] = await this.#parts.database.read<{ total: number }>(
      viewer.scope,
      `select count(*)::int as total from voided_record v join change c on c.id = v.change_id
        where v.restored_change is null and ${inSight}`,
      [importsOf(viewer), actorIf(viewer)],
    );
    return connectionOf(rows, window, count?.total ?? 0, node => ({
      cursor: this.#cursors.encode('VoidedRecord', [], numberIn(node.id, 'VoidedRecord')),
      node,
    }));
  }

  async #one(viewer: Viewer, id: number): Promise<VoidedRecord> {
    const [record] = await this.#read(viewer, null, 1, id);
    if (!record) throw DomainError.notFound();
    return record;
  }

  #read(viewer: Viewer, beyond: number | null, size: number, id: number | null): Promise<VoidedRecord[]> {
    return this.#parts.database.read<VoidedRecord>(
      viewer.scope,
      `select 'VoidedRecord:' || v.id as id, v.form, v.title, v.reason, v.voided_by as "voidedBy",
          c.known_at as "voidedAt", exists (select from import_row r join import_sheet s on s.id = r.sheet_id
            join import_file f on f.id = s.file_id where r.fact_key = v.fact_key and r.voided_id is null
            and s.status = 'DONE' and f.status <> 'WITHDRAWN' and r.outcome not in ('REJECTED', 'DUPLICATE')) as corrected
         from voided_record v join change c on c.id = v.change_id
        where ${inSight} and ($3::bigint is null or v.id < $3) and ($5::bigint is null or v.id = $5)
          and (v.restored_change is null or v.id = $5) order by v.id desc limit $4`,
      [importsOf(viewer), actorIf(viewer), beyond, size, id],
    );
  }

  #placeOf(id: string): { source: Source; id: number } {
    const [type = ''] = id.split(':');
    const source = this.#parts.sources.find(one => one.type === type);
    if (!source) throw DomainError.notFound();
    return { source, id: numberIn(id, type) };
  }
}

const inSight = `v.form = any($1::text[]) and ($2::text is null or c.actor = $2)`;
const actorIf = ({ scope }: Viewer): string | null => (seesAll(scope) ? null : scope.actor);

function numberIn(id: string, type: string): number {
  const [, digits] = /^\w+:(\d{1,15})$/.exec(id) ?? [];
  if (!digits || !id.startsWith(`${type}:`)) throw DomainError.notFound();
  return Number(digits);
}

const changedMeanwhile = (): DomainError =>
  new DomainError('CONFLICT', {
    zh: '该记录已有更新，请核对最新内容后再作废。',
    en: 'The record has changed meanwhile; look at what it says now before you void it.',
  });
const ofEarlyRelease = (): DomainError =>
  new DomainError('INVALID_TRANSITION', {
    zh: '该记录由早期版本导入，未保留原始行，请重新报送后再作废。',
    en: 'The record was imported by an early release that kept no rows; send it again, then void it.',
  });

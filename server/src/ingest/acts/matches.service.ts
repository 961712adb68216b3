import { demand, importsOf } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Query } from '../../kernel/database.ts';
import { demandVersion, DomainError } from '../../kernel/errors.ts';
import { fold, nameKey } from '../../kernel/text.ts';
import { reasonIfAny } from '../../kernel/reason.ts';
import type { Form } from '../define-source.ts';
import type { IngestParts } from '../import-transaction.ts';
import { followRoster } from '../replay/follow-roster.ts';
import { perform } from './act.ts';
import { MatchQueue, matchId, maySend, nameOf, type MatchItem } from './match-queue.ts';

/** Whom a name means, as a person says. */
export interface MatchInput {
  readonly name: string;
  readonly uscc: string;
  readonly version?: number | null | undefined;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Which match is undone. */
export interface UnmatchInput {
  readonly id: string;
  readonly version?: number | null | undefined;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** So many records of a form that an act has reached. */
export interface Reached {
  readonly form: Form;
  readonly rows: number;
}

/** The name as it stands now, how many rows found their employer by it, and whose records the act has reached. */
export interface Matched {
  readonly item: MatchItem;
  readonly attached: number;
  /** By form, those of other departments among them. */
  readonly reached: readonly Reached[];
}

/** Lets a person say which employer a name means where rows carry no code; it holds for all such rows, also later ones. */
export class Matches {
  readonly queue: MatchQueue;
  readonly #parts: IngestParts;

  constructor(parts: IngestParts) {
    this.#parts = parts;
    this.queue = new MatchQueue(parts);
  }

  async match(viewer: Viewer, input: MatchInput): Promise<Matched> {
    demand(viewer, 'match.write');
    const reason = reasonIfAny(input.reason);
    const [name, key, uscc] = [input.name.trim(), nameKey(input.name), fold(input.uscc).toUpperCase()];
    const act = { name: 'matchEmployerName', kind: 'MATCH', reason, input, object: matchId(key) } as const;
    const { attached, reached } = await perform(this.#parts, viewer, act, async (run, changeId, tell) => {
      await this.#demandVersion(viewer, input.version, matchId(key));
      const forms = await formsWaiting(run.query, viewer, key);
      const before = await run.employers();
      if (!before.match(uscc, null).employer) throw notOnRoster();
      const [made] = await run.query(
        `insert into name_match (name, name_key, uscc, change_id, reason, matched_by, forms) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (name_key) where undone_change is null do nothing returning id`,
        [name, key, uscc, changeId, reason, viewer.name, forms],
      );
      if (!made) throw matchedAlready();
      run.forgetEmployers();
      const { attached } = await followRoster(run, before);
      tell({ before: { key, uscc: null }, after: { key, uscc }, detail: { uscc, attached } });
      return { attached, reached: await recordsUnder(run.query, key) };
    });
    return { item: await this.queue.one(viewer, matchId(key)), attached, reached };
  }

  /** The rows that the match let in wait again, as if nobody had said anything. */
  async undo(viewer: Viewer, input: UnmatchInput): Promise<Matched> {
    demand(viewer, 'match.write');
    const reason = reasonIfAny(input.reason);
    const key = nameOf(input.id);
    await this.queue.one(viewer, input.id);
    const act = { name: 'undoMatch', kind: 'UNDO_MATCH', reason, input, object: input.id } as const;
    const { reached } = await perform(this.#parts, viewer, act, async (run, changeId, tell) => {
      await this.#demandVersion(viewer, input.version, input.id);
      const before = await run.employers();
      const [undone] = await run.query<{ forms: Form[]; uscc: string }>(
        `update name_match set undone_change = $2, undone_by = $3 where name_key = $1 and undone_change is null
         returning forms, uscc`,
        [key, changeId, viewer.name],
      );
      if (!undone) throw notMatched();
      if (!maySend(viewer, undone.forms)) throw madeForOthers(undone.forms);
      const reached = await recordsUnder(run.query, key);
      run.forgetEmployers();
      await followRoster(run, before);
      tell({ before: { key, uscc: undone.uscc }, after: { key, uscc: null }, detail: { uscc: undone.uscc } });
      return { reached };
    });
    return { item: await this.queue.one(viewer, input.id), attached: 0, reached };
  }

  /** Acts go one after the other, so what stands now is what this one is made on; of a name out of sight nothing is told. */
  async #demandVersion(viewer: Viewer, seen: number | null | undefined, id: string): Promise<void> {
    if (seen != null) demandVersion(seen, (await this.queue.one(viewer, id)).version);
  }
}

/** A name is matched for the sake of rows that wait under it, in forms that the person may send: these forms. */
async function formsWaiting(query: Query, viewer: Viewer, key: string): Promise<Form[]> {
  const waiting = await query<{ form: Form }>(
    `select distinct form from parked_row where employer_uscc is null and not superseded and employer_name_key = $1
        and form = any($2::text[]) order by form`,
    [key, importsOf(viewer)],
  );
  if (waiting.length > 0) return waiting.map(one => one.form);
  throw DomainError.badInput('name', {
    zh: '没有以此名称等待匹配的行。',
    en: 'No row waits under this name.',
  });
}

/** The records whose employer is known by this name alone. */
const recordsUnder = (query: Query, key: string): Promise<Reached[]> =>
  query<Reached>(
    `select s.form, count(distinct r.fact_key)::int as rows from import_row r join import_sheet s on s.id = r.sheet_id
      where r.matched_name_key = $1 group by s.form order by s.form`,
    [key],
  );

const madeForOthers = (forms: readonly Form[]): DomainError =>
  new DomainError('FORBIDDEN', {
    zh: `此匹配是为报表 ${forms.join('、')} 作出的，只有能报送这些报表的部门可以撤销。`,
    en: `This match was made for the forms ${forms.join(', ')}; only who may send these can undo it.`,
  });
const notOnRoster = (): DomainError =>
  DomainError.badInput('uscc', {
    zh: '企业名录中没有此信用代码。',
    en: 'No employer on the roster has this code.',
  });
const matchedAlready = (): DomainError =>
  new DomainError('CONFLICT', {
    zh: '此名称已匹配，请先撤销原匹配。',
    en: 'The name is matched already; undo that match first.',
  });
const notMatched = (): DomainError =>
  new DomainError('INVALID_TRANSITION', {
    zh: '此名称没有可撤销的匹配。',
    en: 'The name has no match that could be undone.',
  });

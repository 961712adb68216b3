import { demand, importsOf } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Query } from '../../kernel/database.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fold, nameKey } from '../../kernel/text.ts';
import type { IngestParts } from '../import-transaction.ts';
import { followRoster } from '../replay/follow-roster.ts';
import { perform, reasonIfAny } from './act.ts';
import { MatchQueue, matchId, nameOf, type MatchItem } from './match-queue.ts';

/** Whom a name means, as a person says. */
export interface MatchInput {
  readonly name: string;
  readonly uscc: string;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Which match is undone. */
export interface UnmatchInput {
  readonly id: string;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** The name as it stands now, and how many rows found their employer by it. */
export interface Matched {
  readonly item: MatchItem;
  readonly attached: number;
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
    const act = { name: 'matchEmployerName', kind: 'MATCH', reason, input } as const;
    const { attached } = await perform(this.#parts, viewer, act, async (run, changeId) => {
      await demandWaiting(run.query, viewer, key);
      const before = await run.employers();
      if (!before.match(uscc, null).employer) throw notOnRoster();
      const [made] = await run.query(
        `insert into name_match (name, name_key, uscc, change_id, reason, matched_by) values ($1, $2, $3, $4, $5, $6)
         on conflict (name_key) where undone_change is null do nothing returning id`,
        [name, key, uscc, changeId, reason, viewer.name],
      );
      if (!made) throw matchedAlready();
      run.forgetEmployers();
      return { attached: (await followRoster(run, before)).attached };
    });
    return { item: await this.queue.one(viewer, matchId(key)), attached };
  }

  /** The rows that the match let in wait again, as if nobody had said anything. */
  async undo(viewer: Viewer, input: UnmatchInput): Promise<Matched> {
    demand(viewer, 'match.write');
    const reason = reasonIfAny(input.reason);
    const key = nameOf(input.id);
    await this.queue.one(viewer, input.id);
    const act = { name: 'undoMatch', kind: 'UNDO_MATCH', reason, input } as const;
    await perform(this.#parts, viewer, act, async (run, changeId) => {
      const before = await run.employers();
      const [undone] = await run.query(
        `update name_match set undone_change = $2, undone_by = $3 where name_key = $1 and undone_change is null
         returning id`,
        [key, changeId, viewer.name],
      );
      if (!undone) throw notMatched();
      run.forgetEmployers();
      const { parkedAgain } = await followRoster(run, before);
      return { parkedAgain };
    });
    return { item: await this.queue.one(viewer, input.id), attached: 0 };
  }
}

/** A name is matched for the sake of rows that wait under it, in a form that the person may send. */
async function demandWaiting(query: Query, viewer: Viewer, key: string): Promise<void> {
  const [waiting] = await query(
    `select 1 as found from parked_row where employer_uscc is null and not superseded and employer_name_key = $1 and form = any($2::text[])
      limit 1`,
    [key, importsOf(viewer)],
  );
  if (waiting) return;
  throw DomainError.badInput('name', {
    zh: '没有以此名称等待匹配的行。',
    en: 'No row waits under this name.',
  });
}

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

import type { Day } from '../../kernel/days.ts';
import { nameKey } from '../../kernel/text.ts';
import type { Compared, Placed } from './apply-facts.ts';
import type { IssueEntry } from './import-log.ts';
import { applyIssue } from './issue-texts.ts';
import { followRoster } from '../replay/follow-roster.ts';
import { replayRoster } from '../replay/replay-roster.ts';
import type { Replayed } from '../replay/replay.ts';
import type { Run } from './run.ts';

/** What one roster row said of the business status. */
interface StatusSaid {
  readonly uscc: unknown;
  readonly status: unknown;
  readonly import_row_id: number;
}

const chunk = 2000;

/** What a roster changes beside the employers themselves: names, statuses by day, and the rows that waited for it. */
export class Roster {
  readonly #run: Run;
  readonly #statesStatus: boolean;
  #statuses: StatusSaid[] = [];

  constructor(run: Run, fields: readonly string[]) {
    this.#run = run;
    this.#statesStatus = fields.includes('status');
  }

  /** Notes what a written batch said beside the facts; the statuses wait for the day of the report. */
  async follow(batch: readonly Placed[]): Promise<void> {
    if (this.#statesStatus) {
      for (const { compared, importRowId } of batch) {
        const { uscc, status } = compared.statement.values;
        this.#statuses.push({ uscc, status, import_row_id: importRowId });
      }
    }
    await this.#keepFormerNames(batch.filter(({ compared }) => formerName(compared)));
  }

  async #keepFormerNames(renamed: readonly Placed[]): Promise<void> {
    if (!renamed.length) return;
    const rows = renamed.map(({ compared, importRowId }) => {
      const { existing } = compared;
      const record = nameSaid(compared);
      const [former, present] = compared.older ? [record, existing?.standing] : [existing?.standing, record];
      return {
        enterprise_id: existing?.id,
        name: former?.['name'],
        name_key: former?.['name_key'],
        now: present?.['name_key'],
        import_row_id: importRowId,
      };
    });
    const incoming = `incoming as (select * from jsonb_to_recordset($1::jsonb)
      as r(enterprise_id bigint, name text, name_key text, now text, import_row_id bigint))`;
    await this.#run.query(
      `with ${incoming} insert into former_name (enterprise_id, name, name_key, import_row_id, created_at, updated_at)
       select enterprise_id, name, name_key, import_row_id, $2, $2 from incoming
       on conflict (enterprise_id, name_key) do nothing`,
      [JSON.stringify(rows), this.#run.parts.known],
    );
    await this.#run.query(
      `with ${incoming} delete from former_name f using incoming i
        where f.enterprise_id = i.enterprise_id and f.name_key = i.now`,
      [JSON.stringify(rows)],
    );
  }

  /**
   * Enters the statuses under the roster's day, then tells anew what waited for this roster or hangs on a name that it
   * has made ambiguous. `older`: the employers of whom a newer report had spoken already.
   */
  async close(
    statedOn: Day | null,
    older: readonly string[],
  ): Promise<{ replayed: Replayed; issues: IssueEntry[] }> {
    const day = statedOn ?? this.#run.parts.importDay;
    for (let at = 0; at < this.#statuses.length; at += chunk) {
      await this.#enterStatuses(this.#statuses.slice(at, at + chunk), day);
    }
    this.#statuses = [];
    const replayed = older.length ? await replayRoster(this.#run, older) : await this.#follow();
    const issues = [...replayed.lostNames].map(([name, count]) => ({
      ...applyIssue('NAME_BECAME_AMBIGUOUS', null, { name, count }),
      row: null,
    }));
    return { replayed, issues };
  }

  async #follow(): Promise<Replayed> {
    const before = await this.#run.employers();
    this.#run.forgetEmployers();
    return followRoster(this.#run, before);
  }

  /** One statement per employer and day: a later roster of the same day takes its place. */
  async #enterStatuses(said: readonly StatusSaid[], day: Day): Promise<void> {
    await this.#run.query(
      `insert into enterprise_status as known (enterprise_id, stated_on, status, import_row_id, created_at, updated_at)
       select e.id, $2, i.status, i.import_row_id, $3, $3
         from jsonb_to_recordset($1::jsonb) as i(uscc text, status text, import_row_id bigint)
         join enterprise e on e.uscc = i.uscc
       on conflict (enterprise_id, stated_on) do update set status = excluded.status,
          import_row_id = excluded.import_row_id, version = known.version + 1, updated_at = excluded.updated_at
        where known.status <> excluded.status`,
      [JSON.stringify(said), day, this.#run.parts.known],
    );
  }
}

function nameSaid({ statement }: Compared): { name: string; name_key: string } {
  const name = String(statement.values['name'] ?? '');
  return { name, name_key: nameKey(name) };
}

/** The name that a corrected employer bore until now, if this row gives it another. */
export function formerName(compared: Compared): string | null {
  const { existing } = compared;
  if (!existing?.differs || existing.standing?.['name_key'] === nameSaid(compared).name_key) return null;
  return String(existing.standing?.['name']);
}

import type { StagedIssue } from '../define-source.ts';
import { applyIssue } from '../apply/issue-texts.ts';
import { contentOf } from '../apply/record.ts';
import { repeatedIssue } from '../apply/repeated.ts';
import type { Run } from '../apply/run.ts';
import { unentitled } from './entitled.ts';
import type { Said } from './rows.ts';
import { withoutVoided } from './voids.ts';

/** Who has a word in which fact, of the rows that speak of some. */
export interface Hearing {
  /** Fact → the rows that tell it, in the order of their arrival; facts that somebody tells only. */
  readonly heard: ReadonlyMap<string, readonly Said[]>;
  /** Rows that found their employer and have no word → why. */
  readonly silent: ReadonlyMap<Said, StagedIssue>;
}

/**
 * Decides who is heard, as if all rows arrived now: of each file the first row of a record (the whole file counts, on
 * whichever sheet), of a sender of some channels no row of another's case, and nothing that only repeats what was voided.
 */
export async function hear(run: Run, said: readonly Said[]): Promise<Hearing> {
  const found = said.filter(one => !one.statement.waits);
  const echoes = echoesIn(found);
  const first = said.filter(one => !echoes.has(one) && one.row.voidedId === null);
  const foreign = new Set<Said>();
  for (const rows of Map.groupBy(first, one => one.key).values()) {
    const channel = run.source(rows[0]?.row.form ?? '').channel;
    if (channel !== undefined) for (const one of unentitled(channel, rows)) foreign.add(one);
  }
  const entitled = first.filter(one => !one.statement.waits && !foreign.has(one));
  const heard = Map.groupBy(await withoutVoided(run, entitled, echoes), one => one.key);
  const silent = new Map<Said, StagedIssue>([...foreign].map(one => [one, othersCase(run, one)]));
  for (const [echo, before] of echoes) silent.set(echo, await repetition(run, echo, before));
  return { heard, silent };
}

/** The rows behind the first that their file has of a record → that first one. */
function echoesIn(found: readonly Said[]): Map<Said, Said> {
  const echoes = new Map<Said, Said>();
  for (const rows of Map.groupBy(found, one => one.key).values()) {
    if (rows.length === 1) continue;
    const firsts = new Map<string, Said>();
    for (const one of rows) {
      const before = firsts.get(one.row.fileId);
      if (before) echoes.set(one, before);
      else firsts.set(one.row.fileId, one);
    }
  }
  return echoes;
}

/** What is told of a row that repeats or contradicts an earlier one of its file. */
async function repetition(run: Run, one: Said, first: Said): Promise<StagedIssue> {
  const source = run.source(one.row.form);
  const table = await run.table(source);
  const content = ({ statement, fields }: Said): string =>
    contentOf(source, table, statement.values, fields, statement.who);
  return repeatedIssue(source, content(one) === content(first), first.row.rowNo, first.row.sheet);
}

function othersCase(run: Run, { row, statement }: Said): StagedIssue {
  const { key, derived, columns } = run.source(row.form);
  const column = columns.find(one => derived[key[0] ?? '']?.includes(one.field));
  return applyIssue('OTHER_CHANNELS_CASE', column?.header ?? null, {}, String(statement.values[column?.field ?? ''] ?? '')); // prettier-ignore
}

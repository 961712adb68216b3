import type { Day } from '../../kernel/days.ts';
import type { Source, StagedIssue } from '../define-source.ts';
import type { StagedRow } from '../reader-events.ts';
import type { Compared } from './apply-facts.ts';
import type { FactTable } from './fact-table.ts';
import type { RowOutcome } from './import-log.ts';
import { applyIssue } from './issue-texts.ts';
import { digestOf, type Claim } from './key-map.ts';
import { contentOf } from './record.ts';
import { repeatedIssue } from './repeated.ts';
import type { Run } from './run.ts';
import type { Statement } from './statement.ts';

/** A row on its way through its sheet: what it says and what becomes of it. */
export interface Judged {
  readonly staged: StagedRow;
  readonly statement: Statement | null;
  issues: readonly StagedIssue[];
  /** Null until the row is compared with what is known. */
  outcome: RowOutcome | null;
  compared?: Compared;
  /** The name it hangs on: it waits again if the name becomes ambiguous. */
  readonly byName: string | null;
  /** Which fact the row speaks of, or would if an earlier row of its file meant another; null where it never will. */
  readonly factKey: Uint8Array | null;
}

/** The sheet that a row stands on. */
export interface SheetPlace {
  readonly source: Source;
  readonly table: FactTable;
  readonly fields: readonly string[];
  readonly position: number;
  readonly statedOn: Day | null;
}

/** What a row is before anything known is asked: rejected, a duplicate, waiting, or still open. */
export function judgeRow(run: Run, sheet: SheetPlace, staged: StagedRow, statement: Statement): Judged {
  const { source, table, fields, statedOn } = sheet;
  const closed = { staged, statement, byName: null, factKey: null };
  const foreign = notOwnChannel(run, source, staged);
  const warned = source.warn(staged.values, statement.employer, statedOn ?? run.parts.importDay);
  const issues = [...staged.issues, ...unlessUnread(warned, staged), ...(foreign ? [foreign] : [])];
  // Whatever can be judged of a rejected row is told at once: whoever mends it sends it once more, and not twice.
  if (staged.rejected) return { ...closed, statement: null, issues, outcome: 'REJECTED' };
  if (foreign) return { ...closed, issues, outcome: 'REJECTED' };
  const content = digestOf(contentOf(source, table, staged.values, fields, statement.who));
  const written = digestOf(statement.writtenKey);
  const key = statement.key === statement.writtenKey ? written : digestOf(statement.key);
  const told = (first: Claim): Pick<Judged, 'issues' | 'outcome'> => {
    const found = repeatedIssue(source, first.same, first.row, run.sheetNames.get(first.sheet) ?? '');
    return { issues: [...issues, found], outcome: first.same ? 'DUPLICATE' : 'REJECTED' };
  };
  const repeated = run.keys.claim(written, content, sheet.position, staged.row);
  const other = otherWriting(run, statement, { key, content }, sheet.position, staged.row);
  if (repeated) return { ...closed, ...told(other ?? repeated) };
  const open = { ...closed, byName: statement.byName, factKey: key.subarray(0, 16) };
  if (other) return { ...open, ...told(other) };
  if (!statement.waits) return { ...open, issues, outcome: null };
  const field = statement.uscc ? source.employer?.code : source.employer?.name;
  const header = source.columns.find(column => column.field === field)?.header ?? null;
  const found = applyIssue(statement.waits, header, {}, statement.uscc ?? statement.name);
  return { ...open, issues: [...issues, found], outcome: 'PARKED' };
}

/**
 * The first row of the file that means the same record in other words: one by a name, the other by the code or by
 * another name. The later one yields, and is heard again should the name turn out to mean somebody else.
 */
function otherWriting(
  { keys, named }: Run,
  { key: words, writtenKey, byName }: Statement,
  { key, content }: { readonly key: Buffer; readonly content: Buffer },
  sheet: number,
  row: number,
): Claim | undefined {
  const otherWords = byName !== null && words !== writtenKey;
  // Most files name every employer by its code: then nothing more is looked for.
  if (!otherWords) return named.used ? named.find(key, content) : undefined;
  return named.find(key, content) ?? keys.find(key, content) ?? named.claim(key, content, sheet, row);
}

/** A cell that could not be read is not also called odd. */
function unlessUnread(warned: readonly StagedIssue[], staged: StagedRow): readonly StagedIssue[] {
  if (!staged.rejected) return warned;
  const unread = new Set(staged.issues.filter(one => one.severity === 'ERROR').map(one => one.column));
  return warned.filter(one => !unread.has(one.column));
}

/** A sender of some channels only sends cases of these. */
function notOwnChannel({ parts }: Run, source: Source, { values }: StagedRow): StagedIssue | undefined {
  const channel = source.channel === undefined ? undefined : values[source.channel];
  if (!parts.channels || typeof channel !== 'string' || parts.channels.includes(channel)) return undefined;
  return applyIssue(
    'NOT_OWN_CHANNEL',
    source.columns.find(one => one.field === source.channel)?.header ?? null,
  );
}

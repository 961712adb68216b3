import type { DenominatorRule } from '../access/denominator-rule.ts';
import { forFigures } from '../access/scope-of.ts';
import type { Database, Scope } from '../kernel/database.ts';
import { knownAt } from '../kernel/known.ts';
import { StatementNames } from '../kernel/statement-names.ts';
import type { CellChoice } from './cells/cell-branches.ts';
import type { StoredTerms } from './cells/stored-terms.ts';
import { settingsSql } from './compose.ts';
import type { MetricDefinition } from './define-metric.ts';
import type { ReadModel } from './define-read-model.ts';
import { fixedCodes, type CodeName, type Dimension } from './dimensions.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { filterFields, unknownCode } from './metric-filter.ts';
import { metricStatement, type MetricStatement, type Question } from './metric-query.ts';
import { RunningSums, type Cell } from './running-sums.ts';
import { statedPaths, targetsSql, type StatedPath } from './stated-targets.ts';
import type { CountingSettings } from './targets.ts';

/** What one statement brought: the sums of each question (null before its forms are delivered) and the lists around them. */
export interface Reading extends CountingSettings {
  readonly sums: readonly (RunningSums | null)[];
  readonly codes: ReadonlyMap<Dimension, readonly CodeName[]>;
}

/** Cells that stand for the facts while they are as new as these; else the facts are asked, and somebody is told. */
export interface KeptCells {
  readonly terms: StoredTerms;
  /** What was read from them before. */
  readonly answers?: KeptAnswers;
  onStale(): void;
}

/** Statements over cells cost less to run than to plan. */
const names = new StatementNames();

/** What one statement brings, whatever its cells were counted from. */
export interface AnswerRow {
  delivered: string[];
  cells: Cell[];
  codes: [Dimension, string, string, string][];
  targets: StatedPath[];
  rule: DenominatorRule;
}

interface Row extends AnswerRow {
  fresh: boolean;
}

/** Asks the database all questions in one statement under the viewer's scope; what is known already is given again. */
export async function readMetrics(
  database: Database,
  models: readonly ReadModel[],
  viewerScope: Scope,
  questions: readonly Question[],
  asKnownAt?: Date | null,
  cells?: KeptCells,
): Promise<Reading> {
  const scope = forFigures(viewerScope);
  const known = await knownAt(database, scope, asKnownAt);
  const ask = async (choice?: CellChoice) => {
    const statement = metricStatement(questions, models, known, choice);
    const name = statement.stored ? names.of(statement.sql) : undefined;
    const { sql, values } = statement;
    const [row] = await (statement.stored
      ? database.read<Row>(scope, sql, values, name)
      : database.scan<Row>(scope, sql, values));
    if (!row) throw new Error('a metric statement returned no row');
    return { ...statement, row };
  };
  const make = async () => {
    const first = await ask(cells && { terms: cells.terms, scope });
    if (first.row.fresh) {
      return {
        reading: readingOf(questions, models, first),
        cells: first.stored ? first.row.cells.length : undefined,
      };
    }
    cells?.onStale();
    return { reading: readingOf(questions, models, await ask()), cells: undefined };
  };
  if (!cells?.answers || asKnownAt) return (await make()).reading;
  return cells.answers.get(scope, questions, make);
}

/** Running sums and lists out of the row that a statement brought. */
function readingOf(
  questions: readonly Question[],
  models: readonly ReadModel[],
  { row, days, named }: MetricStatement & { readonly row: Row },
): Reading {
  const codes = codesOf(models, row, named);
  return {
    sums: questions.map(({ metric, by }, i) =>
      delivered(metric, row.delivered)
        ? new RunningSums(
            metric,
            by.length,
            days,
            row.cells.filter(cell => cell[0] === i),
          )
        : null,
    ),
    paths: statedPaths(row.targets),
    rule: row.rule,
    codes,
  };
}

/** The lists of codes that came with an answer, and those that the forms fix; refuses a filter by a code of none. */
export function codesOf(
  models: readonly ReadModel[],
  row: AnswerRow,
  named: MetricStatement['named'],
): ReadonlyMap<Dimension, readonly CodeName[]> {
  const listed = groupBy<Dimension, CodeName, AnswerRow['codes'][number]>(
    row.codes,
    ([dimension, code, zh, en]) => [dimension, { code, zh, en }],
  );
  const codes = new Map([...fixedCodes(models), ...listed]);
  checkCodes(named, codes);
  return codes;
}

/** The settings alone, where nothing is counted; those of now, or those known at a moment. */
export async function readSettings(
  database: Database,
  scope: Scope,
  asKnownAt?: Date | null,
): Promise<CountingSettings> {
  const known = await knownAt(database, scope, asKnownAt);
  const change = known ? '$1::bigint' : undefined;
  const [row] = await database.read<Pick<Row, 'targets' | 'rule'>>(
    scope,
    `with rm_setting as (${settingsSql(change)})
      select denominator as rule, ${targetsSql(change)} as targets from rm_setting`,
    known ? [known.change] : [],
  );
  if (!row) throw new Error('settings returned no row');
  return { paths: statedPaths(row.targets), rule: row.rule };
}

/** Whether every form that a figure needs has been delivered. */
export const delivered = (metric: MetricDefinition, forms: readonly string[]): boolean =>
  metric.needs.every(form => forms.includes(form));

function groupBy<Key, Item, Entry>(
  entries: readonly Entry[],
  split: (entry: Entry) => [Key, Item],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const entry of entries) {
    const [key, item] = split(entry);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** A code that the lists do not have is a mistake of the caller, not an empty figure. */
function checkCodes(
  named: readonly { dimension: Dimension; code: string }[],
  codes: ReadonlyMap<Dimension, readonly CodeName[]>,
): void {
  for (const { dimension, code } of named) {
    if (code === 'UNKNOWN' || codes.get(dimension)?.some(known => known.code === code)) continue;
    const field = Object.entries(filterFields).find(([, of]) => of === dimension)?.[0] ?? 'filter';
    throw unknownCode(field, code);
  }
}

import { dayNumber, type Day } from '../kernel/days.ts';
import type { Column, EmployerFacts, Row, StagedIssue } from './define-source.ts';
import { issue } from './issue-texts.ts';

/** A day of the row, null where it is empty. */
export function dayIn(row: Row, field: string): Day | null {
  const value = row[field];
  return typeof value === 'string' ? value : null;
}

/** A whole number of the row, null where it is empty. */
export function countIn(row: Row, field: string): number | null {
  const value = row[field];
  return typeof value === 'number' ? value : null;
}

type Named = readonly [field: string, header: string];

/** An end before its start inside one row: contradicts itself, so it rejects. */
export function endBeforeStart(row: Row, start: Named, end: Named): StagedIssue[] {
  const [begin, finish] = [dayIn(row, start[0]), dayIn(row, end[0])];
  if (begin === null || finish === null || finish >= begin) return [];
  return [issue('END_BEFORE_START', end[1], { start: start[1], begin, end: finish })];
}

/** A later step dated before an earlier one, where that is merely odd. */
export function oddOrder(row: Row, earlier: Named, later: Named): StagedIssue[] {
  const [first, second] = [dayIn(row, earlier[0]), dayIn(row, later[0])];
  if (first === null || second === null || dayNumber(second) >= dayNumber(first)) return [];
  return [issue('ODD_ORDER', later[1], { day: second, other: earlier[1], otherDay: first })];
}

/** Event dates outside the employer's life or later than the day of the report. */
export function implausibleDays(
  columns: readonly Column[],
  row: Row,
  employer: EmployerFacts | null,
  statedOn: Day | null,
): StagedIssue[] {
  const founded = employer?.foundedOn ?? null;
  const closed = employer?.closedOn ?? null;
  const found: StagedIssue[] = [];
  for (const { field, header, within } of columns) {
    const day = within === null ? null : dayIn(row, field);
    if (day === null) continue;
    const ofEmployer = within !== 'REPORT';
    const ofReport = within !== 'EMPLOYER';
    if (ofEmployer && founded !== null && day < founded)
      found.push(issue('BEFORE_FOUNDING', header, { day, founded }));
    if (ofEmployer && closed !== null && day > closed)
      found.push(issue('AFTER_CLOSING', header, { day, closed }));
    if (ofReport && statedOn !== null && day > statedOn)
      found.push(issue('AFTER_STATED', header, { day, stated: statedOn }));
  }
  return found;
}

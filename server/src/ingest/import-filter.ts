import { literally } from '../kernel/text.ts';
import type { ImportFilter } from './import.input.ts';

/** Collects the values of a statement; each becomes a parameter of its own. */
export class Params {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

type Ops = Readonly<Record<string, unknown>>;

/** The filter as a condition on `f`, or `true` where nothing is asked. */
export function filterCondition(filter: ImportFilter | null | undefined, params: Params): string {
  if (!filter) return 'true';
  const { and, or, not } = filter;
  const parts = [
    column('f.file_name', 'text', filter.fileName, params),
    column('f.sent_by', 'text', filter.sentBy, params),
    column('f.status', 'text', filter.status, params),
    column('f.dry_run', 'boolean', filter.dryRun, params),
    column(`(f.received_at at time zone 'Asia/Shanghai')::date`, 'date', filter.receivedOn, params),
    filter.form ? forms(filter.form as Ops, params) : 'true',
    ...(and ?? []).map(one => filterCondition(one, params)),
    or ? either(or, params) : 'true',
    not ? `not (${filterCondition(not, params)})` : 'true',
  ];
  return parts.filter(part => part !== 'true').join(' and ') || 'true';
}

const either = (filters: readonly ImportFilter[], params: Params): string =>
  filters.length ? `(${filters.map(one => `(${filterCondition(one, params)})`).join(' or ')})` : 'false';

/** `form` asks whether one of the sheets is such; `ne` and isNull speak of files without one. */
function forms(ops: Ops, params: Params): string {
  const has = (condition: string): string =>
    `exists (select from import_sheet s where s.file_id = f.id and s.form is not null and ${condition})`;
  const parts: string[] = [];
  if (ops['eq'] != null) parts.push(has(`s.form = ${params.add(ops['eq'], 'text')}`));
  if (ops['ne'] != null) parts.push(`not ${has(`s.form = ${params.add(ops['ne'], 'text')}`)}`);
  if (ops['in'] != null) parts.push(has(`s.form = any(${params.add(ops['in'], 'text[]')})`));
  if (ops['isNull'] != null) parts.push(`${ops['isNull'] ? 'not ' : ''}${has('true')}`);
  return parts.join(' and ') || 'true';
}

const comparisons = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function column(sql: string, type: string, given: object | null | undefined, params: Params): string {
  const ops = (given ?? {}) as Ops;
  const parts: string[] = [];
  for (const [name, operator] of Object.entries(comparisons)) {
    if (ops[name] != null) parts.push(`${sql} ${operator} ${params.add(ops[name], type)}`);
  }
  if (ops['ne'] != null) parts.push(`${sql} is distinct from ${params.add(ops['ne'], type)}`);
  if (ops['in'] != null) parts.push(`${sql} = any(${params.add(ops['in'], `${type}[]`)})`);
  if (ops['isNull'] != null) parts.push(`(${sql} is null) = ${params.add(ops['isNull'], 'boolean')}`);
  if (ops['contains'] != null) {
    parts.push(`${sql} ilike ${params.add(`%${literally(String(ops['contains']))}%`, 'text')}`);
  }
  return parts.join(' and ') || 'true';
}

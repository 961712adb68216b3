import type { Role } from '../../server/src/access/roles.ts';
import type { Departments } from './departments.ts';
import { uscc, type Cell } from './support.ts';

/** One row of an import as it is told. */
export interface Change {
  readonly row: number;
  readonly sheet: string;
  readonly outcome: string;
  readonly title: string;
  readonly fields: readonly {
    readonly label: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly source: { readonly row: number; readonly importId: string } | null;
  }[];
}

/** A page of them. */
export interface ChangePage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: readonly Change[];
}

export const changesQuery = `query($id: ID!, $first: Int, $after: String, $outcome: [RowOutcome!]) { import(id: $id) {
  changes(first: $first, after: $after, outcome: $outcome) { totalCount pageInfo { hasNextPage endCursor }
    nodes { row sheet outcome title fields { field label before after source { fileName sheet row importId knownFrom } } } } } }`;

/** What the rows of an import did; an error fails the test. */
export async function changesOf(
  { ask }: Departments,
  role: Role,
  id: string,
  args: Record<string, unknown> = {},
): Promise<ChangePage> {
  const { data, errors } = await ask(role, changesQuery, { id, ...args });
  if (errors.length) throw new Error(errors[0]?.message);
  return (data?.['import'] as { changes: ChangePage }).changes;
}

/** Row, outcome and fields of each, short enough to compare. */
export const brief = (nodes: readonly Change[]): unknown[][] =>
  nodes.map(({ row, outcome, fields }) => [
    row,
    outcome,
    ...fields.map(one => `${one.label}: ${one.before} → ${one.after}`),
  ]);

export const firmHeader = [
  '统一社会信用代码',
  '企业名称',
  '所属区域',
  '行业门类',
  '职工人数',
  '成立日期',
  '法定代表人',
];
export const firmRow = (n: number, staff: Cell = 10, person = '张三丰', town = '雒容镇'): Cell[] => [
  uscc(n), `示例企业${n}`, town, '制造业', staff, '2015-01-01', person,
]; // prettier-ignore

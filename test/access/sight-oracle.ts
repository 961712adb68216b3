import type { Role } from '../../server/src/access/roles.ts';
import type { TestHub } from '../support/database.ts';

/** Every fact table with the form that brings it, as the specification names them. */
export const tables = {
  Enterprise: ['enterprise', 'E'],
  Union: ['union_organisation', 'U'],
  Contract: ['contract', 'C'],
  Filing: ['filing', 'F'],
  Signing: ['signing', 'S'],
  Certification: ['certification', 'A'],
  Inspection: ['inspection', 'I'],
  Dispute: ['dispute', 'D'],
  QualityIssue: ['quality_issue', ''],
} as const;
export type Kind = keyof typeof tables;
export const kinds = Object.keys(tables) as Kind[];

/** Which forms' records a role may read, written down once more: the test must not lean on the policy it tests. */
export const forms: Readonly<Record<Role, string>> = {
  LEADER: 'EUCFSDAI', HRSS: 'EUCFSDAI', UNION: 'EUCFSDAI', OFFICE: 'EUCFSDAI', TOWN: 'EUCFSDAI', INDUSTRY: 'EUDAI', COURT: 'D',
  MEMBER: '', ENTERPRISE: '', WORKER: '', AUDITOR: '', SECURITY: '', ADMIN: '',
}; // prettier-ignore

export interface Row {
  readonly id: number;
  readonly history_id?: number;
  readonly change_id: number;
  readonly ended_by?: number;
  readonly town?: string;
  readonly enterprise_id?: number;
  readonly channel?: string;
  readonly left_form?: string;
  readonly right_form?: string | null;
}
export type Rows = Readonly<
  Record<Kind, { readonly present: readonly Row[]; readonly past: readonly Row[] }>
>;

/** All rows of all fact tables and their histories, by the owner's hand. */
export async function everyRow(hub: TestHub): Promise<Rows> {
  const read = async (table: string): Promise<Row[]> => hub.owner<Row>(`select * from ${table}`);
  const entries = kinds.map(async kind => {
    const [table] = tables[kind];
    return [kind, { present: await read(table), past: await read(`${table}_history`) }] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as unknown as Rows;
}

/** The present rows of a kind that exist for a role, worked out in plain words. */
export function seen(rows: Rows, kind: Kind, role: Role, town: string | null): Row[] {
  const may = forms[role];
  const employers = new Map(rows.Enterprise.present.map(one => [one.id, one]));
  const inTown = (row: Row): boolean => {
    const employer = kind === 'Enterprise' ? row : employers.get(row.enterprise_id ?? 0);
    return role !== 'TOWN' || employer?.town === town;
  };
  const referred = (row: Row): boolean => role !== 'COURT' || row.channel === 'COURT';
  if (role === 'COURT' && kind === 'Enterprise') {
    const cases = new Set(rows.Dispute.present.filter(referred).map(one => one.enterprise_id));
    return rows.Enterprise.present.filter(one => cases.has(one.id));
  }
  const [, form] = tables[kind];
  if (form && !may.includes(form)) return [];
  const ofForms = (row: Row): boolean =>
    kind !== 'QualityIssue' ||
    (may.length > 1 &&
      may.includes(row.left_form ?? '-') &&
      (!row.right_form || may.includes(row.right_form)));
  return rows[kind].present.filter(
    row => inTown(row) && ofForms(row) && (kind !== 'Dispute' || referred(row)),
  );
}

/** The ended revisions that exist for a role: those of rows that exist for it today. */
export const seenPast = (rows: Rows, kind: Kind, role: Role, town: string | null): Row[] => {
  const today = new Set(seen(rows, kind, role, town).map(row => row.id));
  return rows[kind].past.filter(row => today.has(row.id));
};

/** The rows as they were known after a change, of those that exist for a role today and spoke then of an employer that does. */
export function seenThen(rows: Rows, kind: Kind, role: Role, town: string | null, change: number): number[] {
  const today = new Set(seen(rows, kind, role, town).map(row => row.id));
  const { present, past } = rows[kind];
  const then = [...present, ...past].filter(
    row => row.change_id <= change && (row.ended_by === undefined || row.ended_by > change),
  );
  const employers = new Set(seen(rows, 'Enterprise', role, town).map(row => row.id));
  const spoke = (row: Row): boolean => kind === 'Enterprise' || employers.has(row.enterprise_id ?? 0);
  return then.filter(row => today.has(row.id) && spoke(row)).map(row => row.id);
}

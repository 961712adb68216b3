import { can, type FormLetter } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Database } from '../../kernel/database.ts';
import { actionsOf } from './quality-doors.ts';
import { departments, type Department } from '../../ingest/define-departments.ts';
import { qualityKinds, type QualityKindName } from './quality.codes.ts';

/** How many disagreements of one kind are open. */
export interface QualityCount {
  readonly kind: QualityKindName;
  readonly text: string;
  readonly nextStep: string;
  readonly form: FormLetter;
  readonly otherForm: FormLetter | null;
  readonly department: Department;
  readonly count: number;
  readonly employers: number;
}

/** How many disagreements wait for one department. */
export interface DepartmentCount {
  readonly department: Department;
  readonly name: string;
  readonly kinds: readonly QualityKindName[];
  readonly count: number;
  readonly employers: number;
}

/** Counts the open disagreements by kind, within the rows of whoever asks; the most frequent first. */
export class QualityCounts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(viewer: Viewer): Promise<QualityCount[]> {
    const { scope, language } = viewer;
    const rows = await this.#database.read<Pick<QualityCount, 'kind' | 'count' | 'employers'>>(
      scope,
      `select kind, count(*)::int as count, count(distinct enterprise_id)::int as employers
         from quality_issue where kind = any ($1) group by kind order by count desc, kind`,
      [readable(viewer)],
    );
    return rows.map(row => {
      const { left, right, department, next, ...text } = qualityKinds[row.kind];
      return {
        ...row,
        text: text[language],
        nextStep: next[language],
        form: left,
        otherForm: right,
        department,
      };
    });
  }

  /** The same by the department that has to see to it; an employer with several disagreements is one. */
  async byDepartment(viewer: Viewer): Promise<DepartmentCount[]> {
    const kinds = readable(viewer);
    const whose = kinds.map(kind => qualityKinds[kind].department);
    const rows = await this.#database.read<Omit<DepartmentCount, 'name'>>(
      viewer.scope,
      `select d.department, array_agg(distinct q.kind) as kinds, count(*)::int as count,
              count(distinct q.enterprise_id)::int as employers
         from quality_issue q join unnest($1::text[], $2::text[]) d (kind, department) on d.kind = q.kind
        group by d.department order by count desc, d.department`,
      [kinds, whose],
    );
    return rows.map(row => ({ ...row, name: departments[row.department][viewer.language] }));
  }
}

/** The kinds whose both sides somebody may read. */
const readable = (viewer: Viewer): QualityKindName[] =>
  (Object.keys(qualityKinds) as QualityKindName[]).filter(kind =>
    actionsOf(kind).every(action => can(viewer, action)),
  );

import { can, type FormLetter } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Database } from '../../kernel/database.ts';
import { actionsOf } from './quality-doors.ts';
import { qualityKinds, type QualityKindName } from './quality.codes.ts';

/** How many disagreements of one kind are open. */
export interface QualityCount {
  readonly kind: QualityKindName;
  readonly text: string;
  readonly nextStep: string;
  readonly form: FormLetter;
  readonly otherForm: FormLetter | null;
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
    const kinds = (Object.keys(qualityKinds) as QualityKindName[]).filter(kind =>
      actionsOf(kind).every(action => can(viewer, action)),
    );
    const rows = await this.#database.read<Pick<QualityCount, 'kind' | 'count' | 'employers'>>(
      scope,
      `select kind, count(*)::int as count, count(distinct enterprise_id)::int as employers
         from quality_issue where kind = any ($1) group by kind order by count desc, kind`,
      [kinds],
    );
    return rows.map(row => {
      const { left, right, next, ...text } = qualityKinds[row.kind];
      return { ...row, text: text[language], nextStep: next[language], form: left, otherForm: right };
    });
  }
}

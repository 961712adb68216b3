import type { Language } from '../../access/viewer.ts';
import { actionsOf } from './quality-doors.ts';
import { coded, derived, unsorted } from '../../read/define-fields.ts';
import { defineType, type FieldDef, type RowsPart } from '../../read/define-list.ts';
import { enterpriseHas, enterpriseOf } from '../enterprise/index.ts';
import { qualityKinds, type QualityKind, type QualityKindName } from './quality.codes.ts';

const kindOf = (kind: unknown): QualityKind => qualityKinds[kind as QualityKindName];
const saysOf = (kind: unknown, params: unknown) => kindOf(kind).says(...(params as string[]));

/** Where one side's row stands: file, sheet, row, import. */
const place = (side: 'left' | 'right'): string =>
  `(select json_build_array(f.file_name, s.sheet, i.row_no, f.id) from import_row i
    join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id where i.id = $.${side === 'left' ? 'import_row_id' : 'right_row'})`;

/** Whether the reader sees the right side's row: only signing records may be another employer's. */
const rightInSight = `($.right_id is null or exists (select from signing s where s.id = $.right_id))`;
const outOfSight = { zh: '属其他辖区，不予显示', en: 'Of another town, not shown' };

/** One side of the disagreement: what it says, and where that is written. */
function sideOf(side: 'left' | 'right', zh: string, en: string): FieldDef {
  const inSight = side === 'left' ? 'true' : rightInSight;
  const at = `case when ${inSight} then ${place(side)} end`;
  const tell = (
    language: Language,
    form: unknown,
    kind: unknown,
    params: unknown,
    seen: unknown,
    written: unknown,
  ) => {
    const says = saysOf(kind, params)[side];
    if (!form || !says) return null;
    const [fileName = null, sheet = null, row = null, importId = null] = (written ?? []) as unknown[];
    return { form, says: (seen ? says : outOfSight)[language], fileName, sheet, row, importId };
  };
  return derived(zh, en, [`coalesce($.${side}_form, '')`, '$.kind', 'to_json($.params)', inSight, at], {
    tell,
    cell: (_, value) => (value as { says: string } | null)?.says ?? null,
    tables: side === 'left' ? [] : ['signing'],
  });
}

/** Disagreements of one kind are for those who may read both libraries. */
const parts = Object.keys(qualityKinds).map((kind): RowsPart => ({
  needs: actionsOf(kind as QualityKindName),
  tables: ['quality_issue'],
  sql: `select * from quality_issue where kind = '${kind}'`,
}));

/** What can be read of one disagreement between two libraries. */
export const qualityRows = defineType({
  name: 'QualityIssue',
  table: 'quality_issue_open',
  parts,
  needs: 'quality.read',
  defaultOrder: [],
  fields: {
    kind: coded('kind', 'QualityIssueKind', '类别', 'Kind'),
    form: unsorted(coded('left_form', 'Form', '报表', 'Form')),
    otherForm: unsorted(coded('right_form', 'Form', '对照报表', 'Other form')),
    text: derived('问题', 'Issue', ['$.kind'], { tell: (language, kind) => kindOf(kind)[language] }),
    nextStep: derived('处理建议', 'Next step', ['$.kind'], {
      tell: (language, kind) => kindOf(kind).next[language],
    }),
    left: sideOf('left', '一方', 'One side'),
    right: sideOf('right', '另一方', 'The other side'),
    foundAt: derived(
      '发现时间',
      'Found at',
      [`(select nullif(c.known_at, '-infinity') from change c where c.id = $.found)`],
      { read: value => new Date(value as string) },
    ),
  },
});

/** QualityIssue.enterprise: whom it concerns. */
export const qualityEnterprise = enterpriseOf(qualityRows);

/** Enterprise.qualityIssues, added from here. */
export const enterpriseQuality = enterpriseHas('qualityIssues', qualityRows);

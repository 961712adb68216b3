import type { StagedIssue } from '../define-source.ts';
import { withoutNumbers, type IssueText } from '../issue-texts.ts';

/** What applying a row may find; the reader's own findings stand in ../issue-texts.ts. */
export const applyIssueTexts = {
  DUPLICATE_ROW: {
    severity: 'INFO',
    zh: '与第 {row} 行（工作表“{sheet}”）内容相同，未重复计入。',
    en: 'Says the same as row {row} (sheet "{sheet}"); not counted twice.',
  },
  DUPLICATE_KEY: {
    severity: 'ERROR',
    zh: '与第 {row} 行（工作表“{sheet}”）是同一记录但内容不同{differences}，以先出现的为准，本行未导入。多余的请删去一行；确是另一条记录的，请改正{key}。',
    en: 'The same record as row {row} (sheet "{sheet}") with different content{differences}; the first holds and this row is not imported. Delete one of the two, or correct {key} if they are two records.',
  },
  UNKNOWN_EMPLOYER: {
    severity: 'WARNING',
    zh: '企业名录中尚无此信用代码，已暂存，待名录到达后自动计入。',
    en: 'No employer on the roster has this code yet; the row is kept and tried again after every roster.',
  },
  UNKNOWN_NAME: {
    severity: 'WARNING',
    zh: '没有信用代码，企业名录中也没有此名称，已暂存，等待名录或人工核对。',
    en: 'There is no code, and no employer on the roster bears this name; the row is kept for a roster or a person to match.',
  },
  AMBIGUOUS_NAME: {
    severity: 'WARNING',
    zh: '没有信用代码，且有多家企业使用此名称，已暂存，等待人工核对。',
    en: 'There is no code, and several employers bear this name; the row is kept for a person to match.',
  },
  NAME_BECAME_AMBIGUOUS: {
    severity: 'WARNING',
    zh: '名录中又有一家企业使用名称“{name}”，此前仅凭名称匹配的 {count} 行已退回待核对。',
    en: 'Another employer on the roster bears the name "{name}"; {count} rows that were matched by this name alone wait again.',
  },
  RENAMED: {
    severity: 'INFO',
    zh: '企业名称由“{before}”变更，原名称已保留用于匹配。',
    en: 'The employer was called "{before}" before; the former name is kept for matching.',
  },
  OLDER_REPORT: {
    severity: 'INFO',
    zh: '填报日期为 {day} 的文件已有更新的内容，本行只作历史留存，不改动现有数据。',
    en: 'A file reported on {day} already says something newer; this row is kept as history and changes nothing.',
  },
  OLDER_REPORT_FILLS: {
    severity: 'INFO',
    zh: '填报日期为 {day} 的文件已有更新的内容，本行只补充了其中没有的栏目。',
    en: 'A file reported on {day} already says something newer; this row only fills the columns that it left out.',
  },
  RECORD_VOIDED: {
    severity: 'WARNING',
    zh: '该记录已由工作人员作废，本行内容与作废时相同，未重新计入；如确需恢复，请撤销作废或报送更正后的内容。',
    en: 'This record was voided by a person, and the row says the same as what was voided; it is not counted again. Undo the void, or send the corrected record.',
  },
  SUPERSEDED: {
    severity: 'INFO',
    zh: '同一记录另有更新的行已计入，本行不再单独计入。',
    en: 'A newer row of the same record stands; this row is not counted beside it.',
  },
  OTHER_CHANNELS_CASE: {
    severity: 'ERROR',
    zh: '“{column}”{value} 已由其他调解渠道的部门登记，本行未导入；请核对案号，如确由贵单位办理，请登记部门先把调解渠道改过来。',
    en: '"{column}" {value} is registered by a department of another channel, so this row is not imported; check the number, and if the case is yours let that department change its channel first.',
  },
  NOT_OWN_CHANNEL: {
    severity: 'ERROR',
    zh: '“{column}”不是贵单位的渠道，本行未导入；只能报送本渠道的案件。',
    en: '"{column}" is not a channel of yours, so this row is not imported; send the cases of your own channel only.',
  },
} as const satisfies Record<string, IssueText>;
export type ApplyIssueCode = keyof typeof applyIssueTexts;

/** Builds a finding of the applying stage. */
export function applyIssue(
  code: ApplyIssueCode,
  column: string | null,
  params: StagedIssue['params'] = {},
  value: string | null = null,
): StagedIssue {
  return withoutNumbers({ column, severity: applyIssueTexts[code].severity, code, params, value });
}

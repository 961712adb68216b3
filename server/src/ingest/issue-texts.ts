import { hideNumbers } from '../kernel/personal-numbers.ts';
import type { Message } from '../kernel/errors.ts';
import type { Severity, StagedIssue } from './define-source.ts';
import { fillText } from './fill-text.ts';

/** A finding's severity and its sentence: what is wrong, what was found, what to write instead. */
export interface IssueText extends Message {
  readonly severity: Severity;
}

/** Every finding of the reader. `{column}` and `{value}` are always at hand; the rest are the finding's parameters. */
export const issueTexts = {
  REQUIRED_EMPTY: { severity: 'ERROR', zh: '“{column}”必须填写，此行为空。', en: '"{column}" is required but empty in this row.' },
  EMPLOYER_UNNAMED: { severity: 'ERROR', zh: '“{column}”和单位名称都为空，无法知道是哪家单位；至少填写其一。', en: 'Both "{column}" and the employer\'s name are empty; give at least one of them.' },
  CLOSED_WITHOUT_DATE: { severity: 'ERROR', zh: '经营状态为注销，必须填写“{column}”。', en: 'The business is closed, so "{column}" must be given.' },
  UNION_WITHOUT_DATE: { severity: 'ERROR', zh: '已建会的单位必须填写“{column}”；没有工会的，建会形式请填“未建会”。', en: '"{column}" is required where there is a union; without a union write 未建会 as its form.' },
  TERM_WITHOUT_END: { severity: 'ERROR', zh: '固定期限合同必须填写“{column}”。', en: 'A fixed-term contract needs "{column}".' },
  END_OF_OPEN_TERM: { severity: 'ERROR', zh: '无固定期限合同不应有“{column}”（{end}）；请核对合同类型，或把该栏留空。', en: 'An open-ended contract has no "{column}" ({end}); check the kind of the contract, or leave the cell empty.' },
  DEADLINE_UNREADABLE: { severity: 'ERROR', zh: '“{column}”的“{value}”既不是日期，也不是天数，请写成 2022-06-07 或 15日 的样子。', en: '"{value}" in "{column}" is neither a date nor a number of days; write it as 2022-06-07 or 15日.' },
  DEADLINE_WITHOUT_START: { severity: 'ERROR', zh: '“{column}”写的是 {days} 日，但没有“{start}”，无法推算；请填写“{start}”，或直接写出到期日期。', en: '"{column}" gives {days} days but "{start}" is missing; give "{start}", or write the last day itself.' },
  ERROR_CELL: { severity: 'ERROR', zh: '“{column}”的单元格是错误值 {value}，请改为实际内容。', en: '"{column}" holds the error {value}; put the real value there.' },
  FORMULA_WITHOUT_VALUE: { severity: 'ERROR', zh: '“{column}”是没有计算结果的公式，请用表格软件打开并保存，或粘贴为数值。', en: '"{column}" is a formula without a result; open and save the file in a spreadsheet program, or paste it as a value.' },
  DATE_UNREADABLE: { severity: 'ERROR', zh: '“{column}”的“{value}”不是能识别的日期，请写成 2022-06-07 的样子。', en: '"{value}" in "{column}" is not a readable date; write it as 2022-06-07.' },
  DATE_IMPOSSIBLE: { severity: 'ERROR', zh: '“{column}”的“{value}”在日历上不存在，请核对年月日。', en: '"{value}" in "{column}" is not a day of the calendar.' },
  DATE_AMBIGUOUS: { severity: 'ERROR', zh: '“{column}”的“{value}”分不清是 1 月还是 10 月，请写成 2022-01-15 的样子。', en: '"{value}" in "{column}" could be January or October; write it as 2022-01-15.' },
  DATE_MONTH_ONLY: { severity: 'WARNING', zh: '“{column}”的“{value}”没有日，按当月 1 日记录。', en: '"{value}" in "{column}" has no day; the first of the month is kept.' },
  CELLS_BEYOND_HEADER: { severity: 'WARNING', zh: '此行在表头最后一列之后还有 {count} 个有内容的单元格，未作为任何一栏读取；如内容中含有未加引号的逗号，本行各栏可能已错位，请核对。', en: 'Behind the last column of the header this row has {count} more filled cells, read as no column; if a value holds an unquoted comma, the cells of this row may have shifted: please check.' },
  NUMBER_UNREADABLE: { severity: 'ERROR', zh: '“{column}”的“{value}”不是数字，请只写数字。', en: '"{value}" in "{column}" is not a number; write digits only.' },
  NUMBER_APPROXIMATE: { severity: 'ERROR', zh: '“{column}”的“{value}”是约数或范围，请填写准确的数字。', en: '"{value}" in "{column}" is an approximation or a range; give the exact number.' },
  NUMBER_PERCENT: { severity: 'ERROR', zh: '“{column}”的“{value}”是百分比，这一栏要填实际的数量或金额，请直接写数字。', en: '"{value}" in "{column}" is a percentage; this column takes the number or the amount itself.' },
  PERCENT_AS_NUMBER: { severity: 'WARNING', zh: '“{column}”的“{value}”是百分比，已按 {number} 记录；如按百分制计分，请直接写分数。', en: '"{value}" in "{column}" is a percentage and was read as {number}; if the score is out of a hundred, write the score itself.' },
  NUMBER_NEGATIVE: { severity: 'ERROR', zh: '“{column}”的“{value}”不能是负数。', en: '"{value}" in "{column}" must not be negative.' },
  NUMBER_NOT_WHOLE: { severity: 'ERROR', zh: '“{column}”的“{value}”必须是整数。', en: '"{value}" in "{column}" must be a whole number.' },
  NUMBER_TOO_LARGE: { severity: 'ERROR', zh: '“{column}”的“{value}”大得不合理，请核对单位和位数。', en: '"{value}" in "{column}" is too large; check the unit and the digits.' },
  FLAG_UNREADABLE: { severity: 'ERROR', zh: '“{column}”的“{value}”请改为“是”或“否”。', en: '"{value}" in "{column}" should be 是 or 否.' },
  WORD_UNKNOWN: { severity: 'ERROR', zh: '“{column}”的“{value}”不在可填写的内容中，请填写：{choices}。', en: '"{value}" in "{column}" is not one of the words of the form: {choices}.' },
  USCC_LENGTH: { severity: 'ERROR', zh: '“{column}”应为 18 位，现为 {length} 位（{value}），请对照营业执照填写。', en: '"{column}" must have 18 characters, not {length} ({value}); copy it from the business licence.' },
  USCC_CHARACTER: { severity: 'ERROR', zh: '“{column}”的“{value}”含有代码中不会出现的字符“{character}”，请对照营业执照填写。', en: '"{value}" in "{column}" contains "{character}", which no such code contains; copy it from the business licence.' },
  USCC_CHECK: { severity: 'ERROR', zh: '“{column}”的“{value}”校验位不符，至少有一位写错，请对照营业执照逐位核对。', en: '"{value}" in "{column}" fails its check character: at least one character is wrong; compare it with the business licence.' },
  USCC_REPAIRED: { severity: 'INFO', zh: '“{column}”的“{value}”已按 {repaired} 记录（去除空格、连字符，统一大小写和全半角，O→0，I→1）。', en: '"{value}" in "{column}" was read as {repaired} (blanks, hyphens, case, full width, O→0, I→1).' },
  USCC_ORGANISATION: { severity: 'WARNING', zh: '“{column}”的“{value}”中组织机构代码的校验位不符，请核对；已照录。', en: 'The organisation code inside "{value}" in "{column}" fails its own check digit; kept as it is, please compare.' },
  CODE_SCIENTIFIC: { severity: 'ERROR', zh: '“{column}”被表格软件变成了科学计数法（{value}），原代码已丢失，请把该列设为文本后重新填写。', en: '"{column}" was turned into scientific notation ({value}) and the code is lost; format the column as text and enter it again.' },
  CODE_DIGITS_LOST: { severity: 'ERROR', zh: '“{column}”被表格软件当作数字保存，第 15 位以后变成了 0（{value}），请把该列设为文本后重新填写。', en: '"{column}" was stored as a number, so the digits after the fifteenth became zeros ({value}); format the column as text and enter it again.' },
  ID_NUMBER_INVALID: { severity: 'ERROR', zh: '“{column}”不是有效的身份证号（位数、日期或校验位不符）。', en: '"{column}" is not a valid identity number (length, date or check digit).' },
  ID_NUMBER_OLD: { severity: 'ERROR', zh: '“{column}”是 15 位的旧号码，没有校验位，请填写 18 位身份证号。', en: '"{column}" is an old number of 15 digits, which has no check digit; give the one of 18.' },
  DIGEST_INVALID: { severity: 'ERROR', zh: '“{column}”应为 64 位十六进制摘要（SHA-256 或 SM3）。', en: '"{column}" must be a digest of 64 hexadecimal digits (SHA-256 or SM3).' },
  COLUMNS_DIFFER: { severity: 'WARNING', zh: '“{first}”和“{second}”两列都表示“{column}”而内容不同，采用“{first}”列的“{kept}”，未采用“{second}”列的“{value}”。', en: 'The columns "{first}" and "{second}" both mean "{column}" and differ; "{kept}" of "{first}" was used, "{value}" of "{second}" was not.' },
  END_BEFORE_START: { severity: 'ERROR', zh: '“{column}”（{end}）早于“{start}”（{begin}），请核对两个日期。', en: '"{column}" ({end}) is earlier than "{start}" ({begin}); compare the two dates.' },
  CAUSE_UNKNOWN: { severity: 'WARNING', zh: '案由“{value}”不在案由表中，归入“其他”；请改用案由表中的词。', en: 'The cause "{value}" is not in the dictionary; counted as 其他 (other).' },
  SUBJECT_UNKNOWN: { severity: 'WARNING', zh: '问题类别“{value}”不在九类之中，类别留空，原文已保留；请改用九类中的词。', en: 'The subject "{value}" is none of the nine; it is left empty and the wording is kept.' },
  CONTRACT_UNKNOWN: { severity: 'WARNING', zh: '电子合同库中尚无平台合同编号“{value}”，签署记录已保留，待合同到达后自动对应。', en: 'The contract library has no contract under the platform number "{value}" yet; the record is kept and joined when it arrives.' },
  CHANNEL_UNKNOWN: { severity: 'WARNING', zh: '“{column}”中的“{word}”看不出是线上还是线下，两者都不计入。', en: '"{word}" in "{column}" is neither a known online nor a known offline channel; it counts as neither.' },
  CERTIFICATION_LACKS: { severity: 'WARNING', zh: '填有认定日期，但缺认定条件：{conditionsZh}；显示为“条件不全”，不计入认定数。', en: 'A title is given but conditions are missing: {conditionsEn}; shown as such and not counted.' },
  BEFORE_FOUNDING: { severity: 'WARNING', zh: '“{column}”（{day}）早于单位成立日期（{founded}），请核对。', en: '"{column}" ({day}) is earlier than the founding of the employer ({founded}).' },
  AFTER_CLOSING: { severity: 'WARNING', zh: '“{column}”（{day}）晚于单位注销日期（{closed}），请核对。', en: '"{column}" ({day}) is later than the closing of the employer ({closed}).' },
  AFTER_STATED: { severity: 'WARNING', zh: '“{column}”（{day}）晚于填报日期（{stated}），请核对。', en: '"{column}" ({day}) is later than the day of the report ({stated}).' },
  ODD_ORDER: { severity: 'WARNING', zh: '“{column}”（{day}）早于“{other}”（{otherDay}），顺序不合常理，请核对。', en: '"{column}" ({day}) is earlier than "{other}" ({otherDay}), which is unusual.' },
  MEMBERS_EXCEED_STAFF: { severity: 'WARNING', zh: '会员人数（{members}）多于职工人数（{staff}），请核对。', en: 'There are more members ({members}) than employees ({staff}).' },
  COUNT_EXCEEDS_WORKERS: { severity: 'WARNING', zh: '“{column}”（{count}）多于用工总数（{workers}），请核对。', en: '"{column}" ({count}) exceeds the number of workers ({workers}).' },
  FILED_ON_WHILE_NOT_FILED: { severity: 'WARNING', zh: '填有“{column}”，但是否立案为否，请核对。', en: '"{column}" is given although the case is stated as not filed.' },
  CLOSING_DATE_WHILE_OPEN: { severity: 'WARNING', zh: '填有“{column}”，但经营状态不是注销，请核对。', en: '"{column}" is given although the business is not stated as closed.' },
  UNION_DETAILS_WITHOUT_UNION: { severity: 'WARNING', zh: '建会形式为“未建会”，但填有“{column}”，请核对。', en: '"{column}" is given although there is no union.' },
} as const satisfies Record<string, IssueText>; // prettier-ignore
export type IssueCode = keyof typeof issueTexts;

/** Builds a finding; the severity is the code's unless the cell does not matter enough to reject its row. */
export function issue(
  code: IssueCode,
  column: string | null,
  params: StagedIssue['params'] = {},
  value: string | null = null,
  severity: Severity = issueTexts[code].severity,
): StagedIssue {
  return withoutNumbers({ column, severity, code, params, value });
}

/** A number of a person may stand in a column of any kind, for a row may have shifted: no finding tells it. */
export function withoutNumbers(found: StagedIssue): StagedIssue {
  const shown = Object.entries(found.params).map(([name, param]) => [
    name,
    typeof param === 'string' ? hideNumbers(param) : param,
  ]);
  const params = Object.fromEntries(shown) as StagedIssue['params'];
  return { ...found, params, value: found.value && hideNumbers(found.value) };
}

/** The sentence of a finding in both languages; the texts of the applying stage are handed in by it. */
export function issueMessage(
  found: Pick<StagedIssue, 'column' | 'code' | 'params' | 'value'>,
  texts: Readonly<Record<string, Message>> = issueTexts,
): Message {
  const text = texts[found.code] ?? { zh: found.code, en: found.code };
  return fillText(text, { column: found.column ?? '', value: found.value ?? '', ...found.params });
}

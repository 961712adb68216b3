import type { Message } from '../../kernel/errors.ts';
import type { Column, ColumnKind } from '../define-source.ts';
import { choicesOf } from './choices.ts';

/** What a cell of each kind must hold, as a clerk is told. */
const kindRules: Readonly<Record<ColumnKind, Message>> = {
  TEXT: { zh: '文字。', en: 'Text.' },
  IDENTIFIER: { zh: '编号，按文本填写，原样照抄。', en: 'A number or code, entered as text, copied exactly.' },
  USCC: { zh: '18 位统一社会信用代码，按文本填写。', en: 'The credit code of 18 characters, entered as text.' },
  DAY: { zh: '日期，如 2022-06-07。', en: 'A day such as 2022-06-07.' },
  MOMENT: { zh: '日期和时间，精确到秒，如 2022-06-07 09:30:00。', en: 'Day and time to the second, such as 2022-06-07 09:30:00.' },
  DEADLINE: { zh: '日期，如 2022-06-07；或天数，如 15日。', en: 'A day such as 2022-06-07, or a number of days such as 15日.' },
  INTEGER: { zh: '不小于 0 的整数，只写数字；不写“约”“余”。', en: 'A whole number of 0 or more, digits only, never about.' },
  DECIMAL: { zh: '数字，可带小数。', en: 'A number, with decimals if need be.' },
  MONEY: { zh: '金额，单位为元。', en: 'An amount in yuan.' },
  FLAG: { zh: '填“是”或“否”。', en: '是 (yes) or 否 (no).' },
  WORD: { zh: '从下列词语中选填：', en: 'One of these words: ' },
  PERSON: { zh: '姓名（个人信息，加密保存）。', en: 'A name (personal; kept encrypted).' },
  PHONE: { zh: '电话号码（个人信息，加密保存），按文本填写。', en: 'A telephone number (personal; kept encrypted), entered as text.' },
  ID_NUMBER: { zh: '18 位居民身份证号（个人信息，加密保存），按文本填写。', en: 'The identity number of 18 characters (personal; kept encrypted), entered as text.' },
  DIGEST: { zh: '64 位十六进制摘要（SHA-256 或 SM3）。', en: 'A digest of 64 hexadecimal digits (SHA-256 or SM3).' },
}; // prettier-ignore

const required: Message = { zh: '必填。', en: 'Required. ' };
const optional: Message = { zh: '选填。', en: 'Optional. ' };

/** What a clerk has to know to fill a column. */
export function ruleOf(column: Column): Message {
  const need = column.required ? required : optional;
  const rule = kindRules[column.kind];
  const words = column.words && (choicesOf(column.words).join('；') || column.words.choices);
  return {
    zh: `${need.zh}${rule.zh}${words ? `${words}。` : ''}`,
    en: `${need.en}${rule.en}${words ? `${words}.` : ''}`,
  };
}

/** What ends or undoes a thing is left out of the example, which shows one that stands. */
const ending = /^(?:注销|撤销|解除)/;

/** Cells on which others hang: a title needs a notice of both kinds and no objection. */
const told: Readonly<Record<string, string | number>> = { 公示渠道: '政府网站、厂区公告栏', 异议数: 0 };

/** What a cell of the template's example row shows. */
export function exampleOf(column: Column): string | number | Date {
  if (!column.required && ending.test(column.header)) return '';
  const own = told[column.header];
  if (own !== undefined) return own;
  switch (column.kind) {
    case 'USCC':
      return '91450299000000019P';
    case 'IDENTIFIER':
      return '2022-001';
    case 'DAY':
    case 'DEADLINE':
    case 'MOMENT':
      return new Date('2022-06-07T00:00:00Z');
    case 'INTEGER':
      return 10;
    case 'DECIMAL':
      return 90;
    case 'MONEY':
      return 1200;
    case 'FLAG':
      return '是';
    case 'WORD':
      return choicesOf(column.words)[0] ?? '';
    case 'PERSON':
      return '张三';
    case 'PHONE':
      return '0772-0000000';
    case 'ID_NUMBER':
      return '（18 位身份证号）';
    case 'DIGEST':
      return '0'.repeat(64);
    default:
      return column.header;
  }
}

/** How a spreadsheet shows a cell of each kind; codes are text, so that no program turns them into numbers. */
export const numberFormats: Readonly<Record<ColumnKind, string>> = {
  TEXT: '@', IDENTIFIER: '@', USCC: '@', WORD: '@', PERSON: '@', PHONE: '@', ID_NUMBER: '@', DIGEST: '@', FLAG: '@',
  DAY: 'yyyy-mm-dd', DEADLINE: 'yyyy-mm-dd', MOMENT: 'yyyy-mm-dd hh:mm:ss', INTEGER: '0', DECIMAL: '0.##', MONEY: '0.00',
}; // prettier-ignore

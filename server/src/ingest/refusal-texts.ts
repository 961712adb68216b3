import type { Message } from '../kernel/errors.ts';

/** Why a whole file is refused, and what the sender can do about it. */
export const refusalTexts = {
  EMPTY_FILE: { zh: '文件是空的。', en: 'The file is empty.' },
  FILE_TOO_LARGE: { zh: '文件为 {size} MB，超过 {limit} MB 的上限，请拆分后再上传。', en: 'The file is {size} MB; the limit is {limit} MB. Split it and send the parts.' },
  PACKED_TOO_TIGHTLY: { zh: '文件内部（{part}）压缩超过 {limit} 倍，像是压缩炸弹，已拒收。请用表格软件重新保存后再上传。', en: 'Inside the file ({part}) content is packed more than {limit} times, like a decompression bomb; it is refused. Save it again in a spreadsheet program and send that.' },
  UNPACKED_TOO_LARGE: { zh: '文件解压后超过 {limit} MB 的上限，已拒收。', en: 'Unpacked, the file exceeds {limit} MB; it is refused.' },
  TOO_MANY_PARTS: { zh: '工作簿内部的部件超过 {limit} 个，已拒收。请删去图片、批注和无关的工作表，或拆分后再上传。', en: 'The workbook consists of more than {limit} parts. Remove pictures, comments and sheets that do not belong to it, or split it, and send it again.' },
  TOO_MANY_SHEETS: { zh: '工作簿超过 {limit} 张工作表，请拆分后再上传。', en: 'The workbook has more than {limit} sheets. Split it and send the parts.' },
  TOO_MANY_COLUMNS: { zh: '工作表“{sheet}”第 {row} 行的内容超过 {limit} 列，请删去表格以外的内容。', en: 'Sheet "{sheet}", row {row} has content beyond {limit} columns. Remove what does not belong to the table.' },
  ROW_REPEATED: { zh: '工作表“{sheet}”第 {row} 行的内容原样重复了 {times} 次，请删除多余的行后再上传。', en: 'Sheet "{sheet}" repeats row {row} {times} times. Delete the repetitions and send the file again.' },
  TOO_MANY_ROWS: { zh: '工作表“{sheet}”超过 {limit} 行，请拆分后再上传。', en: 'Sheet "{sheet}" has more than {limit} rows. Split it and send the parts.' },
  TOO_MANY_MERGES: { zh: '工作表“{sheet}”的合并单元格超过 {limit} 处，已拒收。', en: 'Sheet "{sheet}" has more than {limit} merged ranges.' },
  CELL_TOO_LONG: { zh: '工作表“{sheet}”第 {row} 行附近有超过 {limit} 个字符的内容，可能是引号没有成对，请检查后再上传。', en: 'Sheet "{sheet}", near row {row}: there is content of more than {limit} characters, perhaps an unclosed quotation mark.' },
  QUOTE_NOT_CLOSED: { zh: '工作表“{sheet}”第 {row} 行（文本第 {line} 行）第 {column} 列以引号（"）开头，但引号没有成对，无法判断该行到哪里结束，为免漏行未导入任何内容。请在该处补上引号或删去多余的引号后再上传。', en: 'Sheet "{sheet}", row {row} (line {line} of the text), column {column}: a quotation mark opens here and is never closed, so nobody can tell where the row ends; nothing was imported lest rows be lost. Close or remove it and send the file again.' },
  UNKNOWN_FILE_TYPE: { zh: '文件不是电子表格。请上传 .xlsx、.xls、.ods 或 .csv 文件。', en: 'The file is not a spreadsheet. Send an .xlsx, .xls, .ods or .csv file.' },
  FILE_RENAMED: { zh: '文件名以 .{extension} 结尾，内容却是 {found}。请用表格软件另存为正确的格式后再上传。', en: 'The name ends in .{extension} but the content is {found}. Save it again in the right format from a spreadsheet program.' },
  ENCRYPTED: { zh: '工作簿设有打开密码，系统无法读取。请取消密码后再上传。', en: 'The workbook is protected by a password. Remove the password and send it again.' },
  XLS_TOO_OLD: { zh: '文件是 Excel 95 或更早的格式，系统不能读取。请另存为 .xlsx 后再上传。', en: 'The file was written in the format of Excel 95 or older. Save it as .xlsx and send that.' },
  XLSB_NOT_READ: { zh: '不能读取二进制工作簿（.xlsb）。请另存为 .xlsx 后再上传。', en: 'Binary workbooks (.xlsb) cannot be read. Save it as .xlsx and send that.' },
  NOT_A_WORKBOOK: { zh: '文件是压缩包或其他文档，不是电子表格。请上传 .xlsx、.xls、.ods 或 .csv 文件。', en: 'The file is an archive or another document, not a spreadsheet. Send an .xlsx, .xls, .ods or .csv file.' },
  DAMAGED_FILE: { zh: '文件已损坏，无法读取（{part}）。请用表格软件打开并重新保存后再上传。', en: 'The file is damaged and cannot be read ({part}). Open it in a spreadsheet program, save it again and send that.' },
  DAMAGED_CELL: { zh: '工作表“{sheet}”第 {row} 行第 {column} 列的单元格已损坏，内容读不出来。请用表格软件打开并重新保存后再上传。', en: 'Sheet "{sheet}", row {row}, column {column}: the cell is damaged and what it held is lost. Open the file in a spreadsheet program, save it again and send that.' },
  UNSAFE_FILE: { zh: '文件包含不安全的内容（{part}），已拒收。', en: 'The file contains something unsafe ({part}) and is refused.' },
  DAMAGED_TEXT: { zh: '文本中有残缺的字符（编码损坏），为免误读已拒收。请重新导出，另存为 UTF-8 编码的 CSV 后再上传。', en: 'The text contains broken characters (its encoding is damaged) and is refused rather than misread. Export it again as CSV in UTF-8 and send that.' },
  UNKNOWN_ENCODING: { zh: '无法识别文本的编码。请另存为 UTF-8 编码的 CSV 后再上传。', en: 'The encoding of the text is not recognised. Save it as CSV in UTF-8 and send that.' },
  FORM_UNKNOWN: { zh: '没有一张工作表符合已知的报表。最接近的是报表 {form}，缺少列：{columns}。', en: 'No sheet fits a known form. The nearest is form {form}, which lacks the columns: {columns}.' },
  NO_TABLE: { zh: '文件中没有找到报表的表头。', en: 'The file contains no header of a known form.' },
  OUT_OF_MEMORY: { zh: '文件内容过于庞大，超出读取时允许使用的内存，已拒收。请拆分后再上传。', en: 'Reading the file takes more memory than is allowed. Split it and send the parts.' },
  READER_FAILED: { zh: '读取文件时发生内部错误，未导入任何内容。', en: 'Reading the file failed for an internal reason; nothing was imported.' },
} as const satisfies Record<string, Message>; // prettier-ignore
export type RefusalCode = keyof typeof refusalTexts;

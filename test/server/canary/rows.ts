import { uscc, type Cell, type SheetText } from '../../ingest/support.ts';
import { canaries } from './canaries.ts';

const { worker, legalRepresentative, contact, chair, applicant, summoned, idNumber, phone } = canaries;

/** An employer as the forms name it. */
export interface Firm {
  readonly uscc: string;
  readonly name: string;
}

/** Two employers of the roster, of two towns, and one that no roster names. */
export const ours: Firm = { uscc: uscc(1), name: '雒容虚构机械有限公司' };
export const theirs: Firm = { uscc: uscc(2), name: '洛埠虚构电器有限公司' };
export const nobodys: Firm = { uscc: uscc(9), name: '未入名录虚构五金厂' };

/** The headers of the forms. */
// prettier-ignore
export const heads = {
  roster: ['统一社会信用代码', '企业名称', '所属区域', '行业门类', '企业规模', '登记类型', '法定代表人', '联系人', '联系电话', '职工人数', '成立日期', '经营状态', '注销日期', '注册地址'],
  unions: ['统一社会信用代码', '企业名称', '建会形式', '工会名称', '建会日期', '会员人数', '工会主席', '职代会'],
  disputes: ['案号', '申请日期', '申请人', '申请人数', '被申请人统一社会信用代码', '被申请人', '案由', '涉案金额', '调解渠道', '受理日期', '调解员', '结案日期', '结案方式'],
  contracts: ['合同编号', '统一社会信用代码', '用人单位', '劳动者姓名', '身份证号', '合同类型', '签订日期', '起始日期', '终止日期', '签订方式', '平台合同编号', '岗位', '月工资'],
  signings: ['平台合同编号', '统一社会信用代码', '签署方', '签署时间', '文件摘要'],
  filings: ['统一社会信用代码', '备案日期', '备案类型', '用工总数', '签订劳动合同人数', '参加社会保险人数', '备案编号'],
  inspections: ['案件编号', '统一社会信用代码', '来源', '检查日期', '问题类别', '约谈日期', '约谈对象', '守法诚信等级'],
  certifications: ['统一社会信用代码', '企业名称', '申报日期', '自评参加人数', '工会代表人数', '职工代表人数', '厂内公示日期', '公示开始日期', '公示结束日期', '公示渠道', '异议数', '认定日期'],
} as const;

/** A row of each form, with canaries where it asks for personal values. */
// prettier-ignore
export const rowOf = {
  roster: ({ uscc: code, name }: Firm, town = '雒容镇'): Cell[] => [
    code, name, town, '制造业', '中型', '有限责任公司', legalRepresentative, contact, phone, 120, '2015-03-01', '存续', null, '示例路1号',
  ],
  unions: ({ uscc: code, name }: Firm): Cell[] => [code, name, '独立建会', `${name}工会`, '2018-03-01', 80, chair, '是'],
  disputes: ({ uscc: code, name }: Firm, no: string, channel = '人社'): Cell[] => [
    no, '2026-03-02', applicant, 1, code, name, '劳动报酬', 1200, channel, '2026-03-03', '调解员甲', null, null,
  ],
  contracts: ({ uscc: code, name }: Firm, no: string): Cell[] => [
    no, code, name, worker, idNumber, '固定期限', '2026-03-01', '2026-03-01', '2029-02-28', '电子', `LQ-${no}`, '操作工', 5000,
  ],
  signings: ({ uscc: code }: Firm, no: string): Cell[] => [no, code, '企业', '2026-03-01 09:30:15', 'ab'.repeat(32)],
  filings: ({ uscc: code }: Firm, no: string): Cell[] => [code, '2026-03-01', '首次', 10, 9, 8, no],
  inspections: ({ uscc: code }: Firm, no: string): Cell[] => [no, code, '日常巡查', '2026-03-02', null, '2026-03-03', summoned, 'A'],
  certifications: ({ uscc: code, name }: Firm): Cell[] => [
    code, name, '2026-03-01', 9, 3, 3, '2026-03-10', '2026-04-01', '2026-04-10', '网站、公告栏', 0, '2026-04-20',
  ],
};

/** A sheet of a form; `more` are headers that the form does not know. */
export const sheetOf = (
  form: keyof typeof heads,
  rows: readonly (readonly Cell[])[],
  {
    name = '表',
    more = [],
    title,
  }: { name?: string; more?: readonly string[]; title?: SheetText['title'] } = {},
): SheetText => ({ name, header: [...heads[form], ...more], rows, ...(title && { title }) });

/** The same row with a canary in one cell after the other, wherever something else is expected; `keep` are left as they are. */
export const misplaced = (
  row: readonly Cell[],
  keep: readonly number[],
  values: readonly string[],
): Cell[][] =>
  values.flatMap(value => row.flatMap((_, at) => (keep.includes(at) ? [] : [row.with(at, value)])));

import type { Role } from '../../../server/src/access/roles.ts';
import { uscc, type SheetText } from '../../ingest/support.ts';
import { bookOf } from '../../ingest/rejects-support.ts';
import type { RunningHub } from '../hub.ts';
import { canaries, strayName } from './canaries.ts';
import { misplaced, nobodys, ours, rowOf, sheetOf, theirs } from './rows.ts';

const { worker, contact, applicant, idNumber, phone } = canaries;
const { roster, unions, disputes, contracts, signings, filings, inspections, certifications } = rowOf;
const values = [idNumber, phone, strayName];
const both = [ours, theirs];
const everyName = [
  worker,
  contact,
  applicant,
  canaries.chair,
  canaries.summoned,
  canaries.legalRepresentative,
];

/** A file as a department sends it. */
export interface Sent {
  readonly role: Role;
  readonly name: string;
  readonly sheets: readonly SheetText[];
  readonly dryRun?: true;
}

/** Everything sent in: what is taken, what is rejected, what is parked, what no form knows. */
// prettier-ignore
export const files: readonly Sent[] = [
  { role: 'INDUSTRY', name: '企业名录.xlsx', sheets: [
    sheetOf('roster', [[...roster(ours), `${worker} ${idNumber} ${phone}`], [...roster(theirs, '洛埠镇'), worker]], {
      more: ['经办人备注'], title: [['企业名录'], [`填报人：${contact} ${phone}`, '填报日期：2026-11-20']],
    }),
  ] },
  { role: 'HRSS', name: '劳动争议台账.xlsx', sheets: [sheetOf('disputes', [
    disputes(ours, '柳东调〔2026〕1号', '法院'), disputes(ours, '柳东调〔2026〕2号'), disputes(theirs, '柳东调〔2026〕3号', '法院'),
    disputes(nobodys, '柳东调〔2026〕4号'), disputes(ours, '柳东调〔2026〕5号').with(6, '一种没有的案由'),
  ])] },
  { role: 'HRSS', name: '劳动合同库.xlsx', sheets: [
    sheetOf('contracts', [contracts(ours, '虚构合同1'), contracts(theirs, '虚构合同2'), contracts(nobodys, '虚构合同3'), contracts(ours, '虚构合同4')], { name: '合同' }),
    sheetOf('signings', both.map((one, i) => signings(one, `LQ-虚构合同${i + 1}`)), { name: '签署' }),
    sheetOf('filings', both.map((one, i) => filings(one, `虚构备案${i + 1}`)), { name: '备案' }),
    sheetOf('inspections', [inspections(ours, '虚构监察1'), inspections(theirs, '虚构监察2'), inspections(nobodys, '虚构监察3')], { name: '监察' }),
  ] },
  { role: 'UNION', name: '工会建设情况.xlsx', sheets: [sheetOf('unions', [...both, nobodys].map(unions))] },
  { role: 'OFFICE', name: '认定台账.xlsx', sheets: [sheetOf('certifications', both.map(certifications))] },
  { role: 'COURT', name: '法院台账.xlsx', sheets: [sheetOf('disputes', [disputes(ours, '柳东调〔2026〕6号', '法院')])] },
  // Rows in which every cell in turn holds what belongs into none of them; those that are mere text or a key are left out.
  { role: 'INDUSTRY', name: '填错的名录.xlsx', sheets: [sheetOf('roster', misplaced(roster({ ...ours, uscc: uscc(3) }), [1, 5, 13], values))] },
  { role: 'HRSS', name: '填错的台账.xlsx', sheets: [
    sheetOf('disputes', misplaced(disputes(ours, '填错1号'), [0, 5, 10], values), { name: '台账' }),
    sheetOf('contracts', misplaced(contracts(ours, '填错合同'), [0, 2, 10, 11], values), { name: '合同' }),
    sheetOf('inspections', misplaced(inspections(ours, '填错监察'), [0], values), { name: '监察' }),
    sheetOf('filings', misplaced(filings(ours, '填错备案'), [6], values), { name: '备案' }),
    sheetOf('signings', misplaced(signings(ours, 'LQ-填错'), [0], values), { name: '签署' }),
  ] },
  { role: 'UNION', name: '填错的工会.xlsx', sheets: [sheetOf('unions', misplaced(unions(ours), [1, 3], values))] },
  // Headers that no form knows are names and numbers, and so are cells behind them.
  { role: 'INDUSTRY', name: '多出的列.xlsx', sheets: [sheetOf('roster', [[...roster(ours), ...everyName, phone]], { more: values })] },
  { role: 'INDUSTRY', name: '不认识的表.xlsx', sheets: [
    { name: '另表', header: [strayName, idNumber, phone, '统一社会信用代码'], rows: [['甲', '乙', '丙', ours.uscc]], title: [[`联系人 ${contact} ${phone}`]] },
  ] },
  // A preview, which changes nothing.
  { role: 'HRSS', name: '预览合同.xlsx', dryRun: true, sheets: [sheetOf('contracts', [contracts(theirs, '预览合同'), contracts(nobodys, '预览合同二')])] },
  // The names of file and sheet themselves.
  { role: 'INDUSTRY', name: `${strayName}${idNumber}.xlsx`, sheets: [sheetOf('roster', [roster(ours)], { name: `${strayName}${phone}` })] },
  { role: 'HRSS', name: `${strayName} ${phone}.csv`, sheets: [sheetOf('disputes', [disputes(ours, '柳东调〔2026〕7号')])] },
];

/** Sends a file as its department. */
export async function send(hub: RunningHub, { name, sheets, dryRun }: Sent, authorization: string): Promise<Response> {
  const lines = sheets.flatMap(({ header, rows }) => [header, ...rows]).map(row => row.join(','));
  const content = name.endsWith('.csv') ? lines.join('\n') : ((await bookOf(...sheets)) as Uint8Array<ArrayBuffer>);
  const body = new FormData();
  body.append('file', new Blob([content]), name);
  const url = `${hub.origin}/api/imports?wait=true${dryRun ? '&dryRun=true' : ''}`;
  return fetch(url, { method: 'POST', headers: { authorization }, body });
} // prettier-ignore

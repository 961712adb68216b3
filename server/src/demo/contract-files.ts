import { addDays, type Day } from '../kernel/days.ts';
import type { ContractRecord } from './contracts.ts';
import { dayWriter, nameWriter } from './dirt.ts';
import { syntheticUscc } from './names.ts';
import type { Random } from './random.ts';
import type { Cell, FilePlan } from './sheet-plan.ts';

const kinds = { FIXED: '固定期限', OPEN_ENDED: '无固定期限', TASK_BASED: '以完成一定工作任务为期限' };
const platforms = { LEQIAN: '乐签', GX_PROVINCIAL: '自治区平台', ENTERPRISE: '企业自建' };
const contractHeader = [
  '合同编号', '统一社会信用代码', '用人单位', '劳动者姓名', '身份证号', '合同类型', '签订日期', '起始日期', '终止日期', '是否电子', '签署平台', '平台合同编号',
  '文件摘要', '岗位', '月工资（元）', '解除日期', '合同状态',
]; // prettier-ignore
const signingHeader = [
  '平台合同编号',
  '合同编号',
  '统一社会信用代码',
  '签署方',
  '签署时间',
  '证书序列号',
  '时间戳序列号',
  '文件摘要',
];

/** The contract library of 人社局 as its system exports it: one row for each contract, in one large CSV. */
export function contractFile(random: Random, contracts: readonly ContractRecord[], statedOn: Day): FilePlan {
  const [day, name] = [dayWriter(random, 1), nameWriter(random)];
  const rows = contracts.map((c): Cell[] => [
    c.contractNo, c.employer.uscc, name(c.employer.name), c.worker,
    c.flaw === 'DAMAGED_ID' ? '4.50299E+17' : c.idNumber, kinds[c.kind], day(c.signedOn), day(c.startsOn),
    c.flaw === 'NO_END' ? null : day(c.endsOn), c.electronic ? '是' : '否', c.platform ? platforms[c.platform] : null,
    c.platformContractNo ?? null, c.digest ?? null, c.position, random.chance(0.02) ? `${c.wage}元` : c.wage, day(c.terminatedOn),
    c.terminatedOn ? '解除' : '有效',
  ]); // prettier-ignore
  // An employer that the roster does not know yet: its rows wait.
  for (let i = 1; i <= 3; i++) {
    const first = rows[i];
    if (first)
      rows.push([`HT-WAIT-${i}`, syntheticUscc('91', 920_000), '柳东丙子丙寅筹建公司', ...first.slice(3)]);
  }
  const twice = rows[20];
  if (twice) rows.splice(40, 0, [...twice]);
  const sheet = {
    name: '合同', titles: ['柳东新区电子合同库（演示）', `单位：新区人社局　填报日期：${statedOn}`],
    header: contractHeader, rows, footer: [['合计', `${rows.length}份`]],
  }; // prettier-ignore
  return { fileName: `电子合同库_${statedOn.replaceAll('-', '')}.csv`, sheets: [sheet], text: 'UTF-8' };
}

/** The platform's own records: one row for each signature, of contracts that only the platform knows too. */
export function signingFile(random: Random, contracts: readonly ContractRecord[], statedOn: Day): FilePlan {
  const serial = (): string => String(random.int(100_000_000, 999_999_999));
  const rows = contracts.flatMap(c =>
    c.signatures.map((s): Cell[] => [
      c.platformContractNo ?? null, random.chance(0.6) ? c.contractNo : null, c.employer.uscc, s.party, s.signedAt,
      `CERT${serial()}`, `TSA${serial()}`, random.chance(0.1) ? s.digest.toUpperCase() : s.digest,
    ]),
  ); // prettier-ignore
  const stray = contracts.find(c => c.electronic);
  if (stray) {
    const digest = stray.digest ?? '';
    const moment = `${addDays(statedOn, -1)} 10:15:30`;
    for (const party of ['企业', '劳动者'])
      rows.push(['LQ-DRAFT-0000001', null, stray.employer.uscc, party, moment, null, null, digest]);
  }
  const sheet = { name: '签署记录', titles: [], header: signingHeader, rows, footer: [] };
  return { fileName: `乐签签署记录_${statedOn.replaceAll('-', '')}.csv`, sheets: [sheet], text: 'UTF-8' };
}

import type { FormLetter } from '../../access/policy.ts';
import type { Department } from '../../ingest/define-departments.ts';
import type { Message } from '../../kernel/errors.ts';
import { certificationConditions, type CertificationCondition } from '../certification/index.ts';
import { signingParties, type SigningParty } from '../contract/index.ts';

/** What two libraries say that cannot both be right, and what is to be done about it. */
export interface QualityKind extends Message {
  readonly left: FormLetter;
  readonly right: FormLetter | null;
  /** Who sees to it that it is put right. */
  readonly department: Department;
  readonly next: Message;
  /** What each side says, from the texts its check hands over. */
  readonly says: (...params: string[]) => { readonly left: Message; readonly right: Message | null };
}

const party = (code: string | undefined): Message =>
  signingParties[code as SigningParty] ?? { zh: '未知', en: 'unknown' };
const people = (count: string | undefined, zh: string, en: string): Message => ({
  zh: `${zh} ${count} 人`,
  en: `${en}: ${count}`,
});
const missing = { zh: '没有签署记录', en: 'No record of signing' };

/** Every kind of disagreement between the libraries (电子合同库、乐签平台、一户一册 and the roster). */
export const qualityKinds = {
  SIGNING_MISSING: {
    zh: '电子合同无签署记录', en: 'Electronic contract without a signing record', left: 'C', right: 'S', department: 'HRSS',
    next: { zh: '请人社局向签署平台核对该合同；若实为纸质合同，请更正“签订方式”。', en: 'Ask the platform for the record; if the contract is on paper, correct 签订方式.' },
    says: contract => ({ left: { zh: `合同 ${contract} 为电子签订`, en: `Contract ${contract} is electronic` }, right: missing }),
  },
  SIGNED_BY_ONE_PARTY: {
    zh: '电子合同仅一方签署', en: 'Electronic contract signed by one party', left: 'C', right: 'S', department: 'HRSS',
    next: { zh: '请企业督促另一方完成签署，再由平台补报签署记录。', en: 'The other party has to sign; the platform then sends the record.' },
    says: (contract, who) => ({
      left: { zh: `合同 ${contract} 为电子签订`, en: `Contract ${contract} is electronic` },
      right: { zh: `仅${party(who).zh}已签署`, en: `Signed only by: ${party(who).en}` },
    }),
  },
  SIGNED_DIGESTS_DIFFER: {
    zh: '双方签署的文件摘要不一致', en: 'The parties signed different documents', left: 'S', right: 'S', department: 'PLATFORM',
    next: { zh: '请平台核对双方所签文件；确为不同文件的，应重新签署。', en: 'The platform checks which document each signed; if they differ, both sign again.' },
    says: (_no, left, right) => ({
      left: { zh: `企业所签摘要 ${left}`, en: `Digest signed by the employer: ${left}` },
      right: { zh: `劳动者所签摘要 ${right}`, en: `Digest signed by the worker: ${right}` },
    }),
  },
  DIGEST_DIFFERS_FROM_LIBRARY: {
    zh: '签署文件与合同库摘要不一致', en: "The document signed is not the library's", left: 'C', right: 'S', department: 'HRSS',
    next: { zh: '请人社局与平台比对文件，以双方实际签署的文件更正合同库。', en: 'Compare the files; correct the library by the document that both signed.' },
    says: (contract, left, who, right) => ({
      left: { zh: `合同 ${contract} 的文件摘要 ${left}`, en: `Digest of contract ${contract}: ${left}` },
      right: { zh: `${party(who).zh}所签摘要 ${right}`, en: `Digest signed by the ${party(who).en.toLowerCase()}: ${right}` },
    }),
  },
  SIGNING_WITHOUT_CONTRACT: {
    zh: '签署记录无对应合同', en: 'Signing record without a contract', left: 'S', right: 'C', department: 'HRSS',
    next: { zh: '请人社局补报该合同，或更正合同库中的“平台合同编号”。', en: 'Send the contract in, or correct its 平台合同编号 in the library.' },
    says: (no, who) => ({
      left: { zh: `平台合同 ${no}，${party(who).zh}已签署`, en: `Platform contract ${no}, signed by: ${party(who).en}` },
      right: { zh: '合同库中没有该平台合同编号', en: 'The library has no contract of that number' },
    }),
  },
  SIGNING_OF_OTHER_EMPLOYER: {
    zh: '签署企业与合同企业不一致', en: "Signed by another employer than the contract's", left: 'C', right: 'S', department: 'HRSS',
    next: { zh: '请核对统一社会信用代码，更正登记有误的一方。', en: 'Check both credit codes and correct the wrong one.' },
    says: (contract, left, right) => ({
      left: { zh: `合同 ${contract} 属于 ${left}`, en: `Contract ${contract} belongs to ${left}` },
      right: { zh: `由 ${right} 签署`, en: `Signed by ${right}` },
    }),
  },
  PAPER_CONTRACT_SIGNED: {
    zh: '纸质合同却有电子签署', en: 'Contract on paper, yet signed electronically', left: 'C', right: 'S', department: 'HRSS',
    next: { zh: '请人社局更正“签订方式”。', en: 'Correct 签订方式 in the library.' },
    says: (contract, who) => ({
      left: { zh: `合同 ${contract} 登记为纸质`, en: `Contract ${contract} is on paper` },
      right: { zh: `${party(who).zh}已在平台签署`, en: `Signed on the platform by: ${party(who).en}` },
    }),
  },
  CONTRACTS_DIFFER_FROM_FILING: {
    zh: '合同库人数与备案不一致', en: 'Contracts and filing count differently', left: 'F', right: 'C', department: 'HRSS',
    next: { zh: '请企业核对用工名册：补报缺少的合同，或变更备案。', en: 'The employer checks its roll: send the missing contracts in, or change the filing.' },
    says: (day, left, right) => ({
      left: people(left, `${day} 备案签订合同`, `Filing of ${day}, with a contract`),
      right: people(right, '合同库当日有效合同', 'In the library with a contract in force that day'),
    }),
  },
  CONTRACTS_ABOVE_HEADCOUNT: {
    zh: '有合同的人数超过用工人数', en: 'More workers with a contract than employed', left: 'C', right: 'F', department: 'HRSS',
    next: { zh: '请核对已离职人员的合同是否登记解除，或更正用工总数。', en: 'Check whether contracts of those who left were ended, or correct the headcount.' },
    says: (day, left, right) => ({
      left: people(left, `${day} 有效合同`, `With a contract in force on ${day}`),
      right: people(right, '用工人数', 'Headcount'),
    }),
  },
  CONTRACTS_ABOVE_ROSTER: {
    zh: '有合同的人数超过名录职工人数', en: 'More workers with a contract than on the roster', left: 'C', right: 'E', department: 'HRSS',
    next: { zh: '该单位没有有效备案：请人社局督促备案，并核对已离职人员的合同是否登记解除；名录人数过时的，请工信局更正。', en: 'No filing is in force: let the employer file, check whether contracts of those who left were ended, or correct the staff on the roster.' },
    says: (day, left, right) => ({
      left: people(left, `${day} 有效合同`, `With a contract in force on ${day}`),
      right: people(right, `${day} 名录职工人数`, `Staff on the roster of ${day}`),
    }),
  },
  FILING_ABOVE_HEADCOUNT: {
    zh: '备案分项超过用工总数', en: 'A count of the filing exceeds its headcount', left: 'F', right: null, department: 'HRSS',
    next: { zh: '请企业变更备案，更正用工总数或分项人数。', en: 'The employer changes its filing.' },
    says: (day, workers, contracted, insured) => ({
      left: {
        zh: `${day} 备案：用工 ${workers} 人，签合同 ${contracted} 人，参保 ${insured} 人`,
        en: `Filing of ${day}: workers ${workers}, with a contract ${contracted}, insured ${insured}`,
      },
      right: null,
    }),
  },
  FILING_DIFFERS_FROM_ROSTER: {
    zh: '备案与名录人数相差过大', en: 'Filing and roster differ widely in headcount', left: 'F', right: 'E', department: 'INDUSTRY',
    next: { zh: '请工信局与人社局核对用工人数，更正过时的一方。', en: 'Both departments check the headcount; the outdated side is corrected.' },
    says: (day, left, right) => ({
      left: people(left, `${day} 备案用工总数`, `Headcount of the filing of ${day}`),
      right: people(right, '名录职工人数', 'Staff on the roster'),
    }),
  },
  MEMBERS_ABOVE_FILING: {
    zh: '工会会员数超过备案用工总数', en: 'More union members than workers filed', left: 'U', right: 'F', department: 'UNION',
    next: { zh: '请工会核对会员名册；用工人数有变的，请企业变更备案。', en: 'The union checks its roll; where the headcount has changed, the employer changes its filing.' },
    says: (left, day, right) => ({
      left: people(left, '工会会员', 'Union members'),
      right: people(right, `${day} 备案用工总数`, `Headcount of the filing of ${day}`),
    }),
  },
  MEMBERS_ABOVE_HEADCOUNT: {
    zh: '工会会员数超过名录职工人数', en: 'More union members than staff on the roster', left: 'U', right: 'E', department: 'UNION',
    next: { zh: '请工会核对会员名册，请工信局核对职工人数。', en: 'The union checks its roll, the industry bureau the staff.' },
    says: (left, right) => ({
      left: people(left, '工会会员', 'Union members'),
      right: people(right, '名录职工人数', 'Staff on the roster'),
    }),
  },
  CERTIFICATION_CLAIMED: {
    zh: '认定条件不全', en: 'Title claimed without all conditions', left: 'A', right: null, department: 'OFFICE',
    next: { zh: '请领导小组办公室补齐台账所缺内容；补齐前不计入认定率。', en: 'The office completes the ledger; until then the title does not count.' },
    says: (day, ...lacking) => {
      const words = lacking.map(code => certificationConditions[code as CertificationCondition]);
      return {
        left: {
          zh: `${day} 认定，缺：${words.map(word => word.zh).join('；')}`,
          en: `Certified on ${day}, lacking: ${words.map(word => word.en).join('; ')}`,
        },
        right: null,
      };
    },
  },
} as const satisfies Record<string, QualityKind>; // prettier-ignore
export type QualityKindName = keyof typeof qualityKinds;

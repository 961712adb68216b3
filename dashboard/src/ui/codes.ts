import { words } from '@hexie/schema/codes.json';
import type { Language } from '@hexie/schema/pictures/frame.ts';

/** Lists of codes as the pages name them, and the enum of the contract whose words they are. */
const published = {
  status: 'EnterpriseStatus',
  size: 'EnterpriseSize',
  stage: 'CertificationStage',
  condition: 'CertificationCondition',
  unionForm: 'UnionForm',
  agreement: 'AgreementKind',
  channel: 'MediationChannel',
  outcome: 'DisputeOutcome',
  performance: 'Performance',
  contractKind: 'ContractKind',
  contractStatus: 'ContractStatus',
  platform: 'SigningPlatform',
  verification: 'SignatureVerification',
  filingKind: 'FilingKind',
  party: 'SigningParty',
  inspectionSource: 'InspectionSource',
  inspectionMode: 'InspectionMode',
  integrity: 'IntegrityGrade',
} as const satisfies Record<string, keyof typeof words>;

/** What is true or false has no code in the contract: its words stand here. */
const own = {
  zh: {
    yes: { YES: '是', NO: '否' },
    progress: { OPEN: '在办', OVERDUE: '超期在办', CLOSED: '已结案' },
    signedAs: { ELECTRONIC: '电子', PAPER: '纸质' },
    agreementInForce: { COLLECTIVE: '集体合同有效', WAGE: '工资专项集体合同有效' },
    inForce: { YES: '现行有效', NO: '已被后来的备案取代' },
    correction: { OVERDUE: '逾期未整改', DUE: '30 日内到期', DONE: '整改完成' },
    violation: { YES: '查有问题', NO: '未见问题' },
  },
  en: {
    yes: { YES: 'Yes', NO: 'No' },
    progress: { OPEN: 'Open', OVERDUE: 'Open past the limit', CLOSED: 'Closed' },
    signedAs: { ELECTRONIC: 'Electronic', PAPER: 'Paper' },
    agreementInForce: { COLLECTIVE: 'collective contract in force', WAGE: 'wage agreement in force' },
    inForce: { YES: 'In force', NO: 'Superseded' },
    correction: { OVERDUE: 'correction overdue', DUE: 'due within 30 days', DONE: 'corrected' },
    violation: { YES: 'Violation found', NO: 'No violation' },
  },
} as const;

type Said = Readonly<Record<Language, string>>;
const inLanguage = (list: Readonly<Record<string, Said>>, language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(list).map(([code, said]) => [code, said[language]]));

/** The words of every code that a row may carry; those of the contract are the hub's own. */
export const codeWords = (
  language: Language,
): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  ...own[language],
  ...Object.fromEntries(
    Object.entries(published).map(([list, name]) => [list, inLanguage(words[name], language)]),
  ),
});

/** The sizes of an employer, largest first. */
export const sizes = Object.keys(words.EnterpriseSize);

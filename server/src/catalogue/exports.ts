import { defineExport, type ExportDef } from '../exports/define-export.ts';
import { certificationRows } from '../modules/certification/certification.list.ts';
import { contractRows } from '../modules/contract/contract.list.ts';
import { filingRows } from '../modules/contract/filing.list.ts';
import { signingRows } from '../modules/contract/signing.list.ts';
import { disputeRows } from '../modules/dispute/dispute.list.ts';
import { enterpriseRows } from '../modules/enterprise/enterprise.list.ts';
import { inspectionRows } from '../modules/inspection/inspection.list.ts';
import { qualityRows } from '../modules/quality/quality.list.ts';
import { unionRows } from '../modules/union/union.list.ts';

/** Every list that can be taken away as a file. */
export const exports: readonly ExportDef[] = [
  defineExport('enterprises', enterpriseRows, { zh: '用人单位', en: 'Employers' }),
  defineExport('unions', unionRows, { zh: '工会组织', en: 'Unions' }),
  defineExport('contracts', contractRows, { zh: '劳动合同', en: 'Labour contracts' }),
  defineExport('filings', filingRows, { zh: '用工备案', en: 'Labour-use filings' }),
  defineExport('signings', signingRows, { zh: '电子签署', en: 'Electronic signings' }),
  defineExport('disputes', disputeRows, { zh: '争议案件', en: 'Disputes' }),
  defineExport('certifications', certificationRows, { zh: '和谐企业认定', en: 'Certifications' }),
  defineExport('inspections', inspectionRows, { zh: '劳动保障监察', en: 'Inspections' }),
  defineExport('qualityIssues', qualityRows, { zh: '数据质量问题', en: 'Quality issues' }),
];

import { documents, owners } from '../../metrics/define-document.ts';
import { defineMetric, inForce, ofEmployers } from '../../metrics/define-metric.ts';
import { employsNobody, notActive } from '../enterprise/index.ts';

const common = {
  kind: 'STOCK',
  unit: 'RATIO',
  better: 'HIGHER',
  needs: ['E', 'C'],
  dimensions: ofEmployers,
  owner: owners.hrss,
  document: documents.electronic,
  rows: 'contract.read',
  absent: [notActive, employsNobody],
} as const;

const inForceAll = inForce('rm_contract_in_force');
const electronic = inForce('rm_contract_in_force', { where: 'x.electronic' });
const electronicOnes = { zh: '当日有效的电子合同数', en: 'Electronic contracts in force on the day' };

export const contractSigning = defineMetric({
  ...common,
  key: 'contract.signing',
  name: { zh: '劳动合同签订率', en: 'Workers with a contract' },
  target: { value: 0.97 },
  document: documents.contract,
  definition: {
    zh: '在营用人单位的用工人数中，当日有有效劳动合同的职工所占比例；同一职工在一户只计一次，每户以用工人数为上限。',
    en: 'Share of the headcount of active employers that has a contract in force on the day; a worker counts once per employer, each employer is capped at its headcount.',
  },
  numerator: {
    zh: '有有效劳动合同的职工数（每户不超过用工人数）',
    en: 'Distinct workers with a contract in force, capped at each headcount',
  },
  denominator: { zh: '在营用人单位用工人数', en: 'Headcount of active employers' },
  missing: {
    code: `case when r.n = 0 then 'NONE' else 'SOME' end`,
    texts: {
      NONE: {
        zh: '用工 {d} 人，没有一人有有效劳动合同',
        en: 'Employs {d}; nobody has a contract in force',
      },
      SOME: {
        zh: '用工 {d} 人，{n} 人有有效劳动合同，缺 {lack} 人',
        en: 'Employs {d}; {n} have a contract in force, {lack} lack one',
      },
    },
  },
  counts: {
    numerator: [inForce('rm_signed_headcount', { amount: 'least(x.workers, x.persons)' })],
    denominator: [inForce('rm_employer_headcount', { amount: 'x.persons' })],
  },
});

export const contractElectronic = defineMetric({
  ...common,
  key: 'contract.electronic',
  name: { zh: '电子合同占比', en: 'Electronic contracts' },
  target: { value: 0.7 },
  definition: {
    zh: '在营用人单位当日有效的劳动合同中，以电子方式签订的比例。',
    en: 'Share of electronic ones among the contracts in force at active employers on the day.',
  },
  numerator: electronicOnes,
  denominator: { zh: '当日有效的劳动合同数', en: 'Contracts in force on the day' },
  missing: { code: `'PAPER'`, texts: { PAPER: { zh: '纸质合同', en: 'A contract on paper' } } },
  counts: { numerator: [electronic], denominator: [inForceAll] },
});

export const contractVerified = defineMetric({
  ...common,
  key: 'contract.verified',
  name: { zh: '电子合同核验率', en: 'Verified electronic contracts' },
  needs: ['E', 'C', 'S'],
  target: { value: 1 },
  definition: {
    zh: '当日有效的电子合同中，截至当日双方已签署同一文件摘要、且与合同库摘要（如有）一致的比例。',
    en: "Share of the electronic contracts in force that both parties had signed by the end of the day over the same digest, equal to the library's digest where it has one.",
  },
  numerator: {
    zh: '其中双方已签署且摘要一致的合同数',
    en: 'Those signed by both parties over the same digest',
  },
  denominator: electronicOnes,
  missing: {
    from: 'rm_contract_signature',
    code: `case
      when coalesce(x.employer_on, 'infinity') > q.last and coalesce(x.worker_on, 'infinity') > q.last then 'UNSIGNED'
      when coalesce(x.employer_on, 'infinity') > q.last then 'EMPLOYER'
      when coalesce(x.worker_on, 'infinity') > q.last then 'WORKER'
      else 'DIGEST' end`,
    texts: {
      UNSIGNED: { zh: '签署平台没有签署记录', en: 'No signature on record at the signing platform' },
      EMPLOYER: { zh: '用人单位尚未签署', en: 'The employer has not signed' },
      WORKER: { zh: '劳动者尚未签署', en: 'The worker has not signed' },
      DIGEST: {
        zh: '双方签署的或合同库登记的文件摘要不一致',
        en: 'The digests of both signatures and the library differ',
      },
    },
  },
  counts: { numerator: [inForce('rm_contract_verified')], denominator: [electronic] },
});

export const contractExpiring = defineMetric({
  ...common,
  key: 'contract.expiring',
  name: { zh: '30日内到期合同', en: 'Contracts ending within 30 days' },
  unit: 'COUNT',
  better: 'NEUTRAL',
  target: null,
  document: documents.contract,
  definition: {
    zh: '当日有效、终止日期在其后 30 日以内（含）的劳动合同数。',
    en: 'Contracts in force on the day whose last day is at most 30 days later.',
  },
  numerator: {
    zh: '终止日期 ≤ 当日 + 30 日的有效合同数',
    en: 'Contracts in force that end by the day + 30',
  },
  denominator: null,
  counts: { numerator: [inForce('rm_contract_expiring')] },
});

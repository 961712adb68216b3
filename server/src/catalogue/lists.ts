import {
  certificationEnterprise, certificationRows, enterpriseCertification, enterpriseCertifications,
} from '../modules/certification/certification.list.ts'; // prettier-ignore
import {
  contractEnterprise, contractRows, contractSignings, enterpriseContracts, signingContract,
} from '../modules/contract/contract.list.ts'; // prettier-ignore
import {
  enterpriseFiling, enterpriseFilings, filingEnterprise, filingRows,
} from '../modules/contract/filing.list.ts'; // prettier-ignore
import { enterpriseSignings, signingEnterprise, signingRows } from '../modules/contract/signing.list.ts';
import { disputeEnterprise, disputeRows, enterpriseDisputes } from '../modules/dispute/dispute.list.ts';
import { enterpriseHas, enterpriseRows } from '../modules/enterprise/enterprise.list.ts';
import {
  enterpriseInspections, inspectionEnterprise, inspectionRows,
} from '../modules/inspection/inspection.list.ts'; // prettier-ignore
import { enterpriseQuality, qualityEnterprise, qualityRows } from '../modules/quality/quality.list.ts';
import { enterpriseUnion, unionEnterprise, unionRows } from '../modules/union/union.list.ts';
import type { ReadCatalogue } from '../read/define-list.ts';
import { timelineRows } from '../read/timeline/timeline-rows.ts';
import { timelines } from './timelines.ts';

const timelineEntries = timelineRows(timelines);

/** Enterprise.timeline: what all modules tell of it. */
const enterpriseTimeline = enterpriseHas('timeline', timelineEntries);

/** Every kind of row that can be listed, and every way from one to another. */
export const lists: ReadCatalogue = {
  types: [enterpriseRows, unionRows, contractRows, filingRows, signingRows, certificationRows, inspectionRows, disputeRows, qualityRows, timelineEntries],
  relations: [
    unionEnterprise, enterpriseUnion,
    contractEnterprise, contractSignings, enterpriseContracts,
    filingEnterprise, enterpriseFilings, enterpriseFiling,
    signingEnterprise, signingContract, enterpriseSignings,
    certificationEnterprise, enterpriseCertification, enterpriseCertifications,
    inspectionEnterprise, enterpriseInspections,
    disputeEnterprise, enterpriseDisputes,
    qualityEnterprise, enterpriseQuality,
    enterpriseTimeline,
  ],
}; // prettier-ignore

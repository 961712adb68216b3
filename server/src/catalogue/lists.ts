import {
  certificationEnterprise, certificationRows, enterpriseCertification, enterpriseCertifications,
} from '../modules/certification/certification.list.ts'; // prettier-ignore
import { disputeEnterprise, disputeRows, enterpriseDisputes } from '../modules/dispute/dispute.list.ts';
import { enterpriseRows } from '../modules/enterprise/enterprise.list.ts';
import { enterpriseUnion, unionEnterprise, unionRows } from '../modules/union/union.list.ts';
import { defineRelation, type ReadCatalogue } from '../read/define-list.ts';
import { timelineRows } from '../read/timeline/timeline-rows.ts';
import { timelines } from './timelines.ts';

const timelineEntries = timelineRows(timelines);

/** Enterprise.timeline: what all modules tell of it. */
const enterpriseTimeline = defineRelation({
  from: enterpriseRows, field: 'timeline', to: timelineEntries, kind: 'MANY',
  fromColumn: 'id', toColumn: 'enterprise_id', needs: 'enterprise.read',
}); // prettier-ignore

/** Every kind of row that can be listed, and every way from one to another. */
export const lists: ReadCatalogue = {
  types: [enterpriseRows, unionRows, certificationRows, disputeRows, timelineEntries],
  relations: [
    unionEnterprise, enterpriseUnion,
    certificationEnterprise, enterpriseCertification, enterpriseCertifications,
    disputeEnterprise, enterpriseDisputes,
    enterpriseTimeline,
  ],
}; // prettier-ignore

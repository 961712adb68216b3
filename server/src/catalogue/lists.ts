import {
  certificationEnterprise, certificationRows, enterpriseCertification, enterpriseCertifications,
} from '../modules/certification/certification.list.ts'; // prettier-ignore
import { disputeEnterprise, disputeRows, enterpriseDisputes } from '../modules/dispute/dispute.list.ts';
import { enterpriseRows } from '../modules/enterprise/enterprise.list.ts';
import { enterpriseUnion, unionEnterprise, unionRows } from '../modules/union/union.list.ts';
import type { ReadCatalogue } from '../read/define-list.ts';

/** Every kind of row that can be listed, and every way from one to another. */
export const lists: ReadCatalogue = {
  types: [enterpriseRows, unionRows, certificationRows, disputeRows],
  relations: [
    unionEnterprise, enterpriseUnion,
    certificationEnterprise, enterpriseCertification, enterpriseCertifications,
    disputeEnterprise, enterpriseDisputes,
  ],
}; // prettier-ignore

import type { NonEmptyArray } from 'type-graphql';
import { AccountResolver } from '../access/account.resolver.ts';
import { PeopleResolver } from '../access/people/people.resolver.ts';
import {
  PersonFieldsResolver,
  RoleAssignmentFieldsResolver,
} from '../access/people/person-fields.resolver.ts';
import { RolesResolver } from '../access/people/roles.resolver.ts';
import { PolicyResolver } from '../access/policy.resolver.ts';
import { TokensResolver } from '../access/tokens/tokens.resolver.ts';
import { WallLinksResolver } from '../access/walls/wall-links.resolver.ts';
import { ViewerResolver } from '../access/viewer.resolver.ts';
import { AuditEntryConnectionResolver, AuditResolver } from '../audit/audit.resolver.ts';
import { ActsResolver } from '../ingest/acts/acts.resolver.ts';
import { DataSourceResolver } from '../ingest/data-source.resolver.ts';
import { HeaderMappingResolver } from '../ingest/mappings/header-mapping.resolver.ts';
import { ImportChangeResolver } from '../ingest/preview/import-change.resolver.ts';
import { ImportRowResolver } from '../ingest/preview/import-row.resolver.ts';
import { FormResolver } from '../ingest/templates/form.resolver.ts';
import { ImportResolver, ImportSheetResolver } from '../ingest/import.resolver.ts';
import { MetricAnswerResolver, MetricFreshnessResolver } from '../metrics/metric-answer.resolver.ts';
import { MetricChangedResolver } from '../metrics/metric-changed.resolver.ts';
import { MetricResolver } from '../metrics/metric.resolver.ts';
import { ExpiryResolver } from '../metrics/expiries/expiry.resolver.ts';
import { DifferenceResolver } from '../metrics/rows/difference.resolver.ts';
import { MetricRowResolver } from '../metrics/rows/metric-row.resolver.ts';
import { CandidateResolver, CandidatesResolver } from '../modules/certification/candidate.resolver.ts';
import { CertificationMetricRowResolver } from '../modules/certification/certification-metric-row.resolver.ts';
import {
  CertificationResolver, EnterpriseCertificationResolver,
} from '../modules/certification/certification.resolver.ts'; // prettier-ignore
import { ContractMetricRowResolver } from '../modules/contract/contract-metric-row.resolver.ts';
import { DisputeMetricRowResolver } from '../modules/dispute/dispute-metric-row.resolver.ts';
import { ContractResolver, EnterpriseContractsResolver } from '../modules/contract/contract.resolver.ts';
import { EnterpriseFilingsResolver, FilingResolver } from '../modules/contract/filing.resolver.ts';
import { EnterpriseSigningsResolver, SigningResolver } from '../modules/contract/signing.resolver.ts';
import { DisputeResolver, EnterpriseDisputesResolver } from '../modules/dispute/dispute.resolver.ts';
import { RepeatedDisputesResolver } from '../modules/dispute/repeated-disputes.resolver.ts';
import { InspectionMetricRowResolver } from '../modules/inspection/inspection-metric-row.resolver.ts';
import { EnterpriseMetricRowResolver } from '../modules/enterprise/enterprise-metric-row.resolver.ts';
import { EnterpriseDifferenceResolver } from '../modules/enterprise/enterprise-difference.resolver.ts';
import { EnterpriseTimelineResolver } from '../modules/enterprise/enterprise-timeline.resolver.ts';
import { EnterpriseResolver } from '../modules/enterprise/enterprise.resolver.ts';
import {
  EnterpriseInspectionsResolver, InspectionResolver,
} from '../modules/inspection/inspection.resolver.ts'; // prettier-ignore
import { EnterpriseQualityResolver, QualityIssueResolver } from '../modules/quality/quality.resolver.ts';
import { EnterpriseUnionResolver, UnionResolver } from '../modules/union/union.resolver.ts';
import { MatchingResolver } from '../modules/matching/matching.resolver.ts';
import { RevealResolver } from '../personal/reveal.resolver.ts';
import { SubjectRequestResolver } from '../personal/subject-request.resolver.ts';
import { NodeResolver } from '../read/node.resolver.ts';
import { SearchResolver } from '../read/search/search.resolver.ts';
import { SavedViewResolver } from '../views/saved-view.resolver.ts';
import { SettingsResolver } from '../settings/settings.resolver.ts';

/** Every resolver class of the published schema. */
export const resolvers = [
  ViewerResolver,
  PeopleResolver,
  PersonFieldsResolver,
  RolesResolver,
  RoleAssignmentFieldsResolver,
  TokensResolver,
  WallLinksResolver,
  PolicyResolver,
  AccountResolver,
  AuditResolver,
  AuditEntryConnectionResolver,
  ImportResolver,
  ImportSheetResolver,
  DataSourceResolver,
  FormResolver,
  HeaderMappingResolver,
  ImportChangeResolver,
  ImportRowResolver,
  ActsResolver,
  MatchingResolver,
  MetricResolver,
  MetricChangedResolver,
  MetricAnswerResolver,
  MetricFreshnessResolver,
  MetricRowResolver,
  ExpiryResolver,
  EnterpriseMetricRowResolver,
  DifferenceResolver,
  EnterpriseDifferenceResolver,
  CertificationMetricRowResolver,
  CandidatesResolver,
  CandidateResolver,
  DisputeMetricRowResolver,
  ContractMetricRowResolver,
  InspectionMetricRowResolver,
  EnterpriseResolver,
  EnterpriseTimelineResolver,
  EnterpriseUnionResolver,
  EnterpriseContractsResolver,
  EnterpriseFilingsResolver,
  EnterpriseSigningsResolver,
  EnterpriseCertificationResolver,
  EnterpriseInspectionsResolver,
  EnterpriseDisputesResolver,
  UnionResolver,
  ContractResolver,
  FilingResolver,
  SigningResolver,
  CertificationResolver,
  InspectionResolver,
  DisputeResolver,
  RepeatedDisputesResolver,
  QualityIssueResolver,
  EnterpriseQualityResolver,
  NodeResolver,
  RevealResolver,
  SubjectRequestResolver,
  SearchResolver,
  SettingsResolver,
  SavedViewResolver,
] as const satisfies NonEmptyArray<unknown>;

import { PersonSession } from '../access/person-session.entity.ts';
import { PersonIdentity } from '../access/person-identity.entity.ts';
import { Person } from '../access/person.entity.ts';
import { SecondFactor } from '../access/second-factor.entity.ts';
import { SignInGuard } from '../access/sign-in-guard.entity.ts';
import { ImportFile } from '../ingest/import-file.entity.ts';
import { ImportIssue } from '../ingest/import-issue.entity.ts';
import { ImportRow } from '../ingest/import-row.entity.ts';
import { ImportSheet } from '../ingest/import-sheet.entity.ts';
import { ParkedRow } from '../ingest/parked-row.entity.ts';
import { Certification } from '../modules/certification/certification.entity.ts';
import { Contract } from '../modules/contract/contract.entity.ts';
import { Filing } from '../modules/contract/filing.entity.ts';
import { Signing } from '../modules/contract/signing.entity.ts';
import { DisputeCause } from '../modules/dispute/dispute-cause.entity.ts';
import { Dispute } from '../modules/dispute/dispute.entity.ts';
import { EnterpriseStatus } from '../modules/enterprise/enterprise-status.entity.ts';
import { Enterprise } from '../modules/enterprise/enterprise.entity.ts';
import { FormerName } from '../modules/enterprise/former-name.entity.ts';
import { Industry } from '../modules/enterprise/industry.entity.ts';
import { Town } from '../modules/enterprise/town.entity.ts';
import { InspectionSubject } from '../modules/inspection/inspection-subject.entity.ts';
import { Inspection } from '../modules/inspection/inspection.entity.ts';
import { UnionOrganisation } from '../modules/union/union-organisation.entity.ts';

/** Every table the hub keeps facts in. */
export const entities = [
  Person, PersonSession, SecondFactor, PersonIdentity, SignInGuard,
  Town, Industry, InspectionSubject, DisputeCause,
  ImportFile, ImportSheet, ImportRow, ImportIssue, ParkedRow,
  Enterprise, FormerName, EnterpriseStatus, UnionOrganisation, Contract, Filing, Signing, Certification, Inspection, Dispute,
] as const; // prettier-ignore

/** Tables that are no entities: histories are written by triggers and read by SQL, days of report too; settings are statements. */
export const tablesWithoutEntity = [
  /_history$/,
  /^setting$/,
  /^setting_statement$/,
  /^fact_statement$/,
  /^change$/,
  /^import_chunk$/,
  /^(voided_record|name_match|idempotency)$/,
  /^metric_(cell|term)$/,
  /^quality_(issue|check)$/,
  /^name_sound$/,
  /^contract_verification$/,
  /^audit_(entry|pending|seal|purge)$/,
  /^(role_assignment|access_token|access_token_secret|wall_link)$/,
  /^(import_run|header_mapping|preview_page|disclosure)$/,
  /^reveal$/,
  /^saved_view$/,
];

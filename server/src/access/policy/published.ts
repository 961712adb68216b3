import type { Action } from './actions.ts';

/**
 * How a published type opens: by any of these actions; as a PART of whatever leads to it, with nothing of its own to
 * protect; or to EVERYBODY. Records stand in `records.ts`; pages, edges and payloads are known by their names and pass
 * on what they carry. A type that is in neither has no policy, and the schema is not built.
 */
export type Opening = readonly Action[] | 'PART' | 'EVERYBODY';

const imports = ['import.read', 'import.write', 'import.withdraw'] as const;
const people = ['person.read', 'person.write', 'role.read', 'role.write'] as const;
const tokens = ['token.read', 'token.write'] as const;
const walls = ['wall.read', 'wall.write', 'wall.revoke'] as const;
const settings = ['setting.read', 'setting.write'] as const;
const metrics = ['metric.read'] as const;

/** Every published type that is no record. */
export const publishedTypes: Readonly<Record<string, Opening>> = {
  Viewer: 'EVERYBODY',
  ViewerSecondFactor: 'PART',
  ViewerWall: 'PART',
  Session: 'PART',
  Node: ['node.read'],
  SearchHit: ['node.read'],
  Provenance: 'PART',
  Town: 'PART',
  Industry: 'PART',
  Cause: 'PART',
  InspectionSubject: 'PART',
  Agreement: 'PART',
  TimelineEntry: ['enterprise.read'],
  QualitySource: 'PART',
  QualityIssueCount: ['quality.read'],
  QualityIssueDepartment: ['quality.read'],

  Metric: metrics,
  MetricAnswer: metrics,
  MetricChanged: metrics,
  MetricComparison: metrics,
  MetricComparisonPoint: 'PART',
  MetricDifference: metrics,
  MetricDifferenceRow: metrics,
  MetricRow: metrics,
  CertificationCandidate: ['certification.read'],
  CandidateNeed: 'PART',
  RepeatedDispute: ['dispute.read'],
  ScorecardItem: metrics,
  Forecast: metrics,
  ExpiryCalendar: metrics,
  ExpiryPoint: 'PART',
  ForecastPoint: 'PART',
  MetricPoint: 'PART',
  MetricCut: 'PART',
  MetricValue: 'PART',
  MetricChange: 'PART',
  MetricPartDifference: 'PART',
  DifferenceSideTotal: 'PART',
  IndexPart: 'PART',
  TargetPoint: 'PART',
  DataSource: ['source.read'],
  Backlog: ['source.read'],

  Setting: settings,
  SettingStatement: settings,
  SettingValue: 'PART',
  PathPoint: 'PART',

  Import: imports,
  ImportSheet: imports,
  ImportIssue: imports,
  ImportRow: imports,
  ImportChange: imports,
  ImportProgressEvent: imports,
  FormInfo: imports,
  HeaderMapping: imports,
  FieldChange: 'PART',
  ChangeSource: 'PART',
  FormColumn: 'PART',
  FormGap: 'PART',
  ImportCell: 'PART',
  ImportProgress: 'PART',
  ImportRefusal: 'PART',
  ImportRowPlace: 'PART',
  ImportTotals: 'PART',
  ImportWithdrawal: 'PART',
  VoidedRecord: ['record.void'],
  MatchItem: ['match.write'],
  MatchCandidate: ['match.write'],
  MatchPlace: 'PART',
  MatchReach: 'PART',

  SubjectRecord: ['personal.answer'],
  SubjectValue: 'PART',
  SubjectAccess: ['personal.answer'],

  SavedView: ['view.read', 'view.write'],

  Person: people,
  PersonIdentity: 'PART',
  RoleAssignment: people,
  AccessToken: tokens,
  AccessTokenSecret: 'PART',
  WallLink: walls,
  Policy: ['policy.read'],
  PolicyGrant: 'PART',
  PolicyRows: 'PART',
  AuditEntry: ['audit.read'],
  AuditDetail: 'PART',
  AuditVerification: ['audit.verify'],
  AuditFault: 'PART',
};

/** Root fields that answer nobody in particular. */
export const openRoots: readonly string[] = ['Query.viewer'];

/**
 * Fields that lead to a record or another closed type otherwise than by a relation of the lists or an action of their
 * own: what they ask for is read under the action named here, row by row, and what is not the reader's is null.
 */
export const leadingFields: Readonly<Record<string, Action>> = {
  'MetricAnswer.sources': 'source.read',
  'ExpiryCalendar.sources': 'source.read',
  'MatchItem.matched': 'enterprise.read',
  'MatchCandidate.enterprise': 'enterprise.read',
};

/** The fields of records that a figure's dimension shows: who may not read them may not count or filter by it either. */
export const dimensionFields: Readonly<Record<string, readonly string[]>> = {
  TOWN: ['Enterprise.town'],
  INDUSTRY: ['Enterprise.industry'],
  SIZE: ['Enterprise.size'],
  REGISTRATION: ['Enterprise.registration'],
  CAUSE: ['Dispute.cause'],
  CHANNEL: ['Dispute.channel'],
  OUTCOME: ['Dispute.outcome'],
  DURATION: ['Dispute.filedOn', 'Dispute.closedOn'],
  AGE: ['Dispute.filedOn', 'Dispute.closedOn'],
  CONFIRMATION: ['Dispute.outcome', 'Dispute.confirmed'],
  PERFORMANCE: ['Dispute.outcome', 'Dispute.performance'],
  SUBJECT: ['Inspection.subject'],
  SOURCE: ['Inspection.source'],
  STAGE: ['Certification.stage'],
  GRADE: ['Enterprise.integrityGrade'],
  FRESHNESS: ['Filing.filedOn'],
};

/** The fields by whose days a calendar of what runs out counts. */
export const expiryFields: Readonly<Record<string, readonly string[]>> = {
  CERTIFICATION: ['Certification.validTo'],
  COLLECTIVE_AGREEMENT: ['Union.collectiveEndsOn'],
  WAGE_AGREEMENT: ['Union.wageEndsOn'],
  CONTRACT: ['Contract.endsOn'],
};

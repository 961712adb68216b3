/** A policy whose rule becomes another, and the rule it had. */
export interface Rule {
  readonly table: string;
  readonly policy: string;
  readonly now: string;
  readonly before: string;
}

const allTowns = '(select hub_all_towns())';
const allChannels = '(select hub_all_channels())';
const ofTown = `${allTowns} or enterprise_id in (select id from enterprise)`;
const ofChannel = `(${allChannels} or channel = any ((select hub_channels())::text[]))`;
const kind = (name: string): string => `(select hub_kind('${name}'))`;
const signedIn = '(select hub_signed_in())';
/** Of a row that is over: it exists for whoever sees what has become of it. */
const present = (table: string): string =>
  `exists (select from ${table} now where now.id = ${table}_history.id)`;

const facts: readonly [table: string, kind: string][] = [
  ['union_organisation', 'Union'],
  ['certification', 'Certification'],
  ['contract', 'Contract'],
  ['filing', 'Filing'],
  ['signing', 'Signing'],
  ['inspection', 'Inspection'],
];

const factRules = facts.flatMap(([table, of]): Rule[] => [
  { table, policy: 'scope', now: `${kind(of)} and (${ofTown})`, before: ofTown },
  {
    table: `${table}_history`,
    policy: 'scope',
    now: `${kind(of)} and (${allTowns} or ${present(table)})`,
    before: ofTown,
  },
]);

const towns = `${allTowns} or town = any ((select hub_towns())::text[])`;
const employers = `${kind('Enterprise')} or id in (select hub_case_employers())`;
const partOf = (rest: string): string => `(${allTowns} and ${kind('Enterprise')}) or ${rest}`;

const enterpriseRules: readonly Rule[] = [
  { table: 'enterprise', policy: 'scope', now: `(${towns}) and (${employers})`, before: towns },
  {
    table: 'enterprise_history',
    policy: 'scope',
    now: partOf('id in (select id from enterprise)'),
    before: `${allTowns} or id in (select id from enterprise)`,
  },
  ...['former_name', 'enterprise_status'].flatMap((table): Rule[] => [
    { table, policy: 'scope', now: partOf('enterprise_id in (select id from enterprise)'), before: ofTown },
    { table: `${table}_history`, policy: 'scope', now: partOf(present(table)), before: ofTown },
  ]),
];

const disputeRules: readonly Rule[] = [
  {
    table: 'dispute',
    policy: 'scope',
    now: `${kind('Dispute')} and (${ofTown}) and ${ofChannel}`,
    before: `(${ofTown}) and ${ofChannel}`,
  },
  {
    table: 'dispute_history',
    policy: 'scope',
    now: `${kind('Dispute')} and ((${allTowns} and ${allChannels}) or ${present('dispute')})`,
    before: `(${ofTown}) and ${ofChannel}`,
  },
];

/** A disagreement exists for whoever may see the records of both its forms. */
const bothForms = `left_form = any ((select hub_forms())::text[])
  and (right_form is null or right_form = any ((select hub_forms())::text[]))`;
const qualityRules: readonly Rule[] = [
  {
    table: 'quality_issue',
    policy: 'scope',
    now: `${kind('QualityIssue')} and (${ofTown}) and ${bothForms}`,
    before: ofTown,
  },
  {
    table: 'quality_issue_history',
    policy: 'scope',
    now: `${kind('QualityIssue')} and (${allTowns} or ${present('quality_issue')}) and ${bothForms}`,
    before: ofTown,
  },
];

const anyForm = '(select hub_any_form())';
const everyForm = '(select hub_every_form())';
const ofSheet = `${everyForm} or sheet_id in (select id from import_sheet)`;
const ofForm = `form = any ((select hub_forms())::text[])`;
const ofActor = `actor = (select current_setting('hub.actor', true))`;
const signedInBefore = (table: string, now: string): Rule => ({
  table,
  policy: 'signed_in',
  now,
  before: signedIn,
});

/** What came in: by the form of the sheet a row stands in; a file is its sender's, and theirs who see some form. */
const importRules: readonly Rule[] = [
  signedInBefore('import_file', `${anyForm} or ${ofActor}`),
  signedInBefore('import_sheet', `${everyForm} or ${ofForm} or (form is null and ${anyForm})`),
  ...['import_row', 'import_issue', 'import_chunk', 'preview_page'].map(table =>
    signedInBefore(table, ofSheet),
  ),
  ...['parked_row', 'voided_record'].map(table => signedInBefore(table, ofForm)),
  signedInBefore('import_run', `${anyForm} or file_id in (select id from import_file)`),
  ...['fact_statement', 'name_match', 'header_mapping', 'name_sound'].map(table =>
    signedInBefore(table, anyForm),
  ),
  signedInBefore('quality_check', '(select hub_all_kinds())'),
];

const cellTowns = `(${allTowns} or (level & 1 = 1 and k1 = any ((select hub_towns())::text[])))
  and (${allChannels} or term not in (select id from metric_term where disputes)
    or (level & 2 = 2 and case level & 1 when 1 then k2 else k1 end = any ((select hub_channels())::text[])))`;

/** What is kept beside the facts: sums for figures alone, and what the signatures of a contract come to. */
const keptRules: readonly Rule[] = [
  { table: 'metric_term', policy: 'scope', now: kind('Figure'), before: signedIn },
  { table: 'metric_cell', policy: 'scope', now: `${kind('Figure')} and ${cellTowns}`, before: cellTowns },
  signedInBefore(
    'contract_verification',
    `${kind('Contract')} and (${allTowns} or exists (select from contract c where c.id = contract_id))`,
  ),
];

/** Every rule that changes with the kinds. */
export const rules: readonly Rule[] = [
  ...enterpriseRules,
  ...factRules,
  ...disputeRules,
  ...qualityRules,
  ...importRules,
  ...keptRules,
];

/** People and how they sign in, roles, tokens: no statement of a list, a figure or an import finds a row in them. */
export const accountTables = [
  'person',
  'role_assignment',
  'person_session',
  'access_token',
  'access_token_secret',
  'sign_in_guard',
  'second_factor',
  'person_identity',
];

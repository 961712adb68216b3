/**
 * Who may import whom (README, "The import table"). Checked by dependency-cruiser in `npm test`.
 * Names of rules are what a developer reads when one is broken.
 */
const order = [
  'enterprise',
  'union',
  'contract',
  'certification',
  'inspection',
  'dispute',
  'quality',
  'matching',
  'harmony',
  'meeting',
];
const src = '^server/src/';
const engines = 'audit|ingest|metrics|read|charts|settings|personal|exports|views';

/** One rule per module: what stands right of it does not exist for it. */
const moduleOrder = order.slice(0, -1).map((module, i) => ({
  name: `${module}-looks-left-only`,
  comment: `Module order: ${order.join(' → ')}; a left module may not know a right one.`,
  severity: 'error',
  from: { path: `${src}modules/${module}/` },
  to: { path: `${src}modules/(${order.slice(i + 1).join('|')})/` },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const tests = '\\.test\\.ts$';

/** The dashboard's floors: ui ← charts ← metrics ← lists ← modules ← app; each may use what lies below it. */
const floors = ['ui', 'charts', 'metrics', 'lists', 'modules', 'app'];
const dashboardFloors = [
  ...floors
    .slice(0, -1)
    .map((floor, i) =>
      rule(
        `dashboard-${floor}-uses-lower-floors`,
        `Order of the floors: ${floors.join(' ← ')}.`,
        { path: `^dashboard/src/${floor}/`, pathNot: tests },
        { path: `^dashboard/src/(${floors.slice(i + 1).join('|')})/` },
      ),
    ),
  rule(
    'dashboard-modules-stand-alone',
    'A page never imports another module; what two need moves down to lists, metrics, charts or ui.',
    { path: '^dashboard/src/modules/([^/]+)/', pathNot: tests },
    { path: '^dashboard/src/modules/(?!$1/)[^/]+/' },
  ),
];

/** A room that knows these besides kernel/, and nothing else of the server. */
const knows = (room, allowed, name, comment) =>
  rule(
    name,
    comment,
    { path: `${src}${room}/`, pathNot: tests },
    { path: `${src}(?!kernel/|${room}/|${allowed.join('|')})` },
  );

const engineRules = [
  rule('access-needs-kernel-only', 'Who may do what is decided without any engine.',
    { path: `${src}access/`, pathNot: tests }, { path: `${src}(?!kernel/|access/)` }),
  knows('audit', ['access/'], 'audit-knows-nobody',
    'The trail is written by all and knows none of them: who acts and what is done is handed to it.'),
  knows('ingest', ['access/'], 'ingest-is-handed-its-sources',
    'An engine knows kernel and access; lists are handed to it by app/.'),
  knows('metrics', ['access/', 'ingest/data-source\\.type\\.ts$'], 'metrics-is-handed-its-metrics',
    "An engine knows kernel and access; lists are handed to it by app/. An answer names its sources, whose type is ingest's."),
  knows('read', ['access/'], 'read-is-handed-its-lists', 'An engine knows kernel and access; lists are handed to it by app/.'),
  knows('personal', ['access/'], 'personal-opens-what-the-policy-names',
    'Which columns are sealed, and for what they may be opened, is said by the policy; no list has a hand in it.'),
  knows('exports', ['access/', 'read/', 'metrics/'], 'exports-are-lists-and-figures-as-files',
    'A file is a list read page by page, or the answer of a figure: the same rows, masks and order.'),
  knows('views', ['access/'], 'views-are-addresses',
    'A saved view is a name and an address; it knows nothing of what stands there.'),
  knows('settings', ['access/', 'ingest/change\\.ts$', 'ingest/acts/act\\.ts$', 'metrics/(define-metric|stated-targets|unknown-metric)\\.ts$'],
    'settings-are-changes-checked-by-metrics',
    "A setting is said within the book of changes, which is ingest's, and held against what metrics declare."),
  knows('charts', ['access/', 'metrics/'], 'charts-draw-metrics',
    'Pictures come from a metric answer (and schema/pictures), nothing else.'),
]; // prettier-ignore

module.exports = {
  forbidden: [
    rule(
      'no-circle',
      'Imports that go in a circle hide who depends on whom.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'dashboard-never-server',
      'The contract in schema/ is all the dashboard knows.',
      { path: '^dashboard/' },
      { path: '^(server|test)/' },
    ),
    rule(
      'server-never-dashboard',
      'The server answers; it knows no page.',
      { path: '^server/', pathNot: tests },
      { path: '^(dashboard|test)/' },
    ),
    rule(
      'schema-imports-nothing-of-ours',
      'Both sides lean on schema/; it leans on nobody.',
      { path: '^schema/' },
      { path: '^(server|dashboard|test)/' },
    ),

    rule(
      'kernel-knows-nothing',
      'kernel/ holds no labour law and no feature.',
      { path: `${src}kernel/`, pathNot: tests },
      { path: `${src}(?!kernel/)` },
    ),
    ...engineRules,

    ...dashboardFloors,
    ...moduleOrder,
    rule(
      'modules-through-their-face',
      'Another module is used through its faces only: index.ts, and graphql.ts for what it publishes.',
      { path: `${src}modules/([^/]+)/`, pathNot: tests },
      { path: `${src}modules/(?!$1/)[^/]+/(?!(index|graphql)\\.ts$)` },
    ),
    rule(
      'modules-never-wire',
      'Modules declare; app/ and catalogue/ list and wire.',
      { path: `${src}modules/`, pathNot: tests },
      { path: `${src}(catalogue|app|demo|charts)/` },
    ),
    rule(
      'modules-declare-to-engines',
      "Facts use an engine's face only: its define-* files, and of ingest the words and judgements of forms.",
      { path: `${src}modules/.+\\.(entity|machine|limits|read-model|metrics|source|list)\\.ts$` },
      {
        path: `${src}(${engines})/(?!define-|words\\.ts|judging\\.ts|issue-texts\\.ts)`,
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'catalogue-only-lists',
      'catalogue/ lists what modules and engines declare.',
      { path: `${src}catalogue/` },
      { path: `${src}(app|demo)/` },
    ),
    rule(
      'only-main-and-cli-import-app',
      'The composition root is imported by nobody but the entry files.',
      { path: `${src}(?!app/|main\\.ts|cli\\.ts)`, pathNot: tests },
      { path: `${src}app/` },
    ),

    rule(
      'facts-know-no-graphql',
      'Domain files do not know how they are published.',
      { path: `${src}.+\\.(entity|machine|limits|service|read-model|metrics|source)\\.ts$` },
      {
        path: `(\\.(type|input|resolver)\\.ts$|node_modules/(type-graphql|@apollo)/)`,
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'resolvers-know-no-entity',
      'A resolver translates and calls one service.',
      { path: `${src}.+\\.resolver\\.ts$` },
      { path: `(\\.entity\\.ts$|node_modules/@mikro-orm/)` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.vue', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
    skipAnalysisNotInRules: true,
  },
};

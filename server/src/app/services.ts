import { AccessService } from '../access/access.service.ts';
import { ViewerService } from '../access/viewer.service.ts';
import { actText } from '../audit/act-texts.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { AuditService, type AuditKeeping } from '../audit/audit.service.ts';
import { exports } from '../catalogue/exports.ts';
import { expiries } from '../catalogue/expiries.ts';
import { lists } from '../catalogue/lists.ts';
import { metrics } from '../catalogue/metrics.ts';
import { readModels } from '../catalogue/read-models.ts';
import { checks } from '../catalogue/checks.ts';
import { searches } from '../catalogue/searches.ts';
import { sources } from '../catalogue/sources.ts';
import { Matches } from '../ingest/acts/matches.service.ts';
import { Voids } from '../ingest/acts/voids.service.ts';
import { Withdrawals } from '../ingest/acts/withdrawals.service.ts';
import { DataSourceService } from '../ingest/data-source.service.ts';
import { ImportList } from '../ingest/import-list.ts';
import type { IngestParts } from '../ingest/import-transaction.ts';
import { IngestService } from '../ingest/ingest.service.ts';
import { defaultLimits } from '../ingest/limits.ts';
import { ImportChanges } from '../ingest/preview/import-changes.service.ts';
import { ImportRows } from '../ingest/preview/import-rows.service.ts';
import { RejectsService } from '../ingest/rejects/rejects.service.ts';
import { HeaderMappings } from '../ingest/mappings/header-mappings.ts';
import { FormCatalogue } from '../ingest/templates/form-catalogue.ts';
import { Cursors } from '../kernel/cursor.ts';
import { systemClock, type Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { Vault } from '../kernel/personal.ts';
import { ChangeFeed } from '../metrics/change-feed.ts';
import { CellKeeper } from '../metrics/cells/cell-keeper.ts';
import { MetricCells } from '../metrics/cells/metric-cells.ts';
import { RowCounts } from '../metrics/cells/row-counts.ts';
import { ExpiryService } from '../metrics/expiries/expiries.service.ts';
import { MetricService } from '../metrics/metric.service.ts';
import { RevealService } from '../personal/reveal.service.ts';
import { SubjectRequestService } from '../personal/subject-request.service.ts';
import { RepeatedDisputes } from '../modules/dispute/repeated-disputes.service.ts';
import { QualityCounts } from '../modules/quality/quality-counts.service.ts';
import { QualityService } from '../modules/quality/quality.service.ts';
import { ReadService } from '../read/read.service.ts';
import { WholeLists } from '../read/whole-list.ts';
import { ExportService } from '../exports/export.service.ts';
import { FigureExports } from '../exports/figure-exports.service.ts';
import { SearchService } from '../read/search/search.service.ts';
import { SettingActs } from '../settings/setting-acts.service.ts';
import { Settings } from '../settings/settings.service.ts';
import { SavedViews } from '../views/saved-views.service.ts';
import { actionTexts } from './code-texts.ts';
import type { UploadLimits } from './config.ts';
import { publishedFields } from './published-fields.ts';
import type { Orm } from './database/orm.ts';

/** What the services stand on. */
export interface Foundation {
  readonly database: Database;
  readonly orm: Orm;
  /** HUB_SECRET: keys are derived from it. */
  readonly secret: string;
  readonly clock?: Clock;
  /** What an uploaded file may weigh; the caps of the form specification if nothing is said. */
  readonly upload?: UploadLimits;
  /** Where the audit trail is anchored and how long it is kept; nothing is anchored if nothing is said. */
  readonly keeping?: AuditKeeping;
  /** Hears of what broke down without ending the process. */
  readonly log?: (line: string) => void;
}

/** One set of services for a process; who asks is said with every call. */
export interface Services {
  readonly database: Database;
  readonly orm: Orm;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly auditTrail: AuditService;
  readonly access: AccessService;
  readonly viewer: ViewerService;
  readonly read: ReadService;
  readonly search: SearchService;
  readonly qualityCounts: QualityCounts;
  readonly cells: CellKeeper;
  readonly metrics: MetricService;
  readonly expiries: ExpiryService;
  readonly repeatedDisputes: RepeatedDisputes;
  readonly settings: Settings;
  readonly settingActs: SettingActs;
  readonly changes: ChangeFeed;
  readonly ingest: IngestService;
  readonly imports: ImportList;
  readonly withdrawals: Withdrawals;
  readonly voids: Voids;
  readonly matches: Matches;
  readonly dataSources: DataSourceService;
  readonly forms: FormCatalogue;
  readonly mappings: HeaderMappings;
  readonly importChanges: ImportChanges;
  readonly importRows: ImportRows;
  readonly rejects: RejectsService;
  readonly reveal: RevealService;
  readonly subjectRequests: SubjectRequestService;
  readonly exports: ExportService;
  readonly figureExports: FigureExports;
  readonly views: SavedViews;
}

/** Wires the services; the server, the command line and the tests all call this. */
export function createServices(foundation: Foundation): Services {
  const { database, orm, secret, clock = systemClock, upload, keeping, log } = foundation;
  const vault = new Vault(secret);
  const audit = new AuditLog({ database, vault, clock });
  const limits = { ...defaultLimits, ...upload };
  const quality = new QualityService(checks);
  const kept = new MetricCells(metrics, readModels);
  const cells = new CellKeeper(database, kept);
  const counts = new RowCounts(database, kept.terms);
  const imports = new ImportList({ database, vault, clock, audit, sources });
  const parts: IngestParts = {
    database,
    sources,
    secret,
    vault,
    clock,
    limits,
    audit,
    onFault: log,
    onChange: async (query, change) => {
      await quality.reconcile(query, change);
      await kept.onChange(query, change);
    },
  };
  const setting = { ...parts, metrics, cursors: new Cursors(vault.derive('settings')) };
  const settings = new Settings(setting);
  const figures = new MetricService({
    database,
    clock,
    metrics,
    readModels,
    cells,
    cursors: new Cursors(vault.derive('metric rows')),
  });
  return {
    database,
    orm,
    vault,
    clock,
    audit,
    auditTrail: new AuditService({ database, vault, clock, audit, keeping }),
    access: new AccessService({
      orm,
      database,
      clock,
      vault,
      audit,
      actionNames: actionTexts,
      fields: publishedFields,
    }),
    viewer: new ViewerService(database, clock),
    read: new ReadService({ database, vault, clock, audit, catalogue: lists }),
    qualityCounts: new QualityCounts(database),
    search: new SearchService({ database, searches, types: lists.types }),
    cells,
    metrics: figures,
    repeatedDisputes: new RepeatedDisputes({
      database,
      clock,
      metrics: figures,
      cursors: new Cursors(vault.derive('repeated disputes')),
    }),
    expiries: new ExpiryService({ database, clock, metrics, readModels, expiries }),
    settings,
    settingActs: new SettingActs(setting, settings),
    ingest: new IngestService(parts),
    withdrawals: new Withdrawals(parts, imports),
    voids: new Voids(parts),
    matches: new Matches(parts),
    imports,
    dataSources: new DataSourceService(database, clock, sources, scope => counts.of(scope)),
    changes: new ChangeFeed(database),
    forms: new FormCatalogue(sources),
    mappings: new HeaderMappings(database, clock, sources, audit),
    importChanges: new ImportChanges({ database, vault, sources, audit }),
    importRows: new ImportRows({ database, vault, sources, audit }),
    rejects: new RejectsService({ database, vault, clock, audit, sources }),
    figureExports: new FigureExports({ database, clock, audit, metrics: figures }),
    views: new SavedViews({ database, clock, audit, cursors: new Cursors(vault.derive('saved views')) }),
    reveal: new RevealService({ database, vault, clock, audit }),
    subjectRequests: new SubjectRequestService({ database, vault, clock, audit, actText }),
    exports: new ExportService({
      database,
      clock,
      audit,
      lists: new WholeLists({ database, vault, clock, audit, catalogue: lists }),
      catalogue: lists,
      exports,
    }),
  };
}

import type { GraphQLSchema } from 'graphql';
import { demand } from '../access/policy.ts';
import { actorOf, type Viewer } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Row } from '../read/assemble.ts';
import type { ReadCatalogue } from '../read/define-list.ts';
import { isPersonal } from '../read/masks-shown.ts';
import type { WholeLists } from '../read/whole-list.ts';
import type { ExportDef } from './define-export.ts';
import { columnsOf, type ExportColumn } from './export-columns.ts';
import { demandExport } from './export-fields.ts';
import { readRequest, type ExportFormat, type ExportParameters, type ExportRequest } from './export-query.ts';
import { filterWords } from './filter-words.ts';
import { officeOf, townNamed, type FileNotes } from './notes.ts';
import { mostSheetRows } from './xlsx-file.ts';

/** What a file is written from. */
export interface FileContent {
  readonly columns: readonly ExportColumn[];
  readonly pages: AsyncIterable<readonly Row[]>;
  readonly notes: FileNotes;
}

/** What exports work with. */
export interface ExportDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Pick<AuditTrail, 'note'>;
  readonly lists: WholeLists;
  readonly catalogue: ReadCatalogue;
  readonly exports: readonly ExportDef[];
}

/** Lists as files: the rows, masks and order of the list itself, on record before the first byte leaves. */
export class ExportService {
  readonly #deps: ExportDeps;

  constructor(deps: ExportDeps) {
    this.#deps = deps;
  }

  /** The list of this name, where it can be exported. */
  listOf(name: string): ExportDef {
    const found = this.#deps.exports.find(one => one.list === name);
    if (!found) throw DomainError.notFound();
    return found;
  }

  /** Opens a list as the content of a file; who takes what is committed to the trail when this answers. */
  async open(
    viewer: Viewer,
    schema: GraphQLSchema,
    of: ExportDef,
    format: ExportFormat,
    parameters: ExportParameters,
  ): Promise<FileContent> {
    demand(viewer, 'list.export');
    demand(viewer, of.type.needs);
    const request = readRequest(schema, of, format, parameters);
    const { lists, audit, clock } = this.#deps;
    const { filter, orderBy, asKnownAt } = request;
    const selection = lists.selection(of.type, request.columns);
    const columns = columnsOf(request.columns, selection);
    demandExport(viewer, schema, selection, request);
    const at = clock.now();
    const opened = await lists.open(viewer, {
      type: of.type,
      fields: request.columns,
      filter,
      orderBy,
      asKnownAt,
    });
    if (format === 'xlsx' && opened.total > mostSheetRows) throw tooLong(opened.total);
    await audit.note(actorOf(viewer), {
      act: 'exportList',
      object: of.type.name,
      after: { list: of.list, filter, orderBy, asKnownAt },
      detail: {
        list: of.list,
        format,
        count: opened.total,
        columns: request.columns.map(path => path.join('.')).join(' '),
        personal: columns.some(({ field }) => isPersonal(field)),
        filtered: filter !== null,
        asKnownAt: asKnownAt?.toISOString() ?? null,
      },
    });
    return { columns, pages: opened.pages, notes: await this.#notes(viewer, request, at) };
  }

  async #notes(viewer: Viewer, { of, filter, asKnownAt }: ExportRequest, at: Date): Promise<FileNotes> {
    const { database, catalogue } = this.#deps;
    const { language } = viewer;
    return {
      title: of.title[language],
      at,
      asKnownAt,
      filter: filterWords(catalogue, of.type, filter, language),
      office: officeOf(viewer, await townNamed(database, viewer)),
    };
  }
}

const tooLong = (rows: number): DomainError =>
  DomainError.badInput('format', {
    zh: `共 ${rows} 行，超过 Excel 工作表的上限（${mostSheetRows} 行），请改用 CSV 或缩小筛选范围。`,
    en: `${rows} rows are more than a sheet of Excel holds (${mostSheetRows}): export as CSV, or narrow the filter.`,
  });

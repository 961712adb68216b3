import { PassThrough, Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { demand } from '../access/policy.ts';
import type { Language, Viewer } from '../access/viewer.ts';
import { shanghaiDay } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import { csvFile } from './csv-file.ts';
import { exportFormats, type ExportFormat, type ExportParameters } from './export-query.ts';
import type { ExportService, FileContent } from './export.service.ts';
import type { FigureExports } from './figure-exports.service.ts';
import { RunningExports } from './running-exports.ts';
import { writeXlsx } from './xlsx-file.ts';

/** What the export routes are served with. */
export interface ExportRouteDeps {
  readonly exports: ExportService;
  readonly figures: FigureExports;
  readonly schema: GraphQLSchema;
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer>;
}

interface Route {
  Params: { file: string };
  Querystring: ExportParameters;
}

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * `GET /api/export/:list.csv|xlsx` and `/api/export/figures/:metric.csv|xlsx`: a list or a figure as a file, with the
 * grants, masks and row scope of whoever asks.
 */
export function registerExportRoutes(
  app: FastifyInstance,
  { exports, figures, schema, viewerOf }: ExportRouteDeps,
): void {
  const running = new RunningExports();
  const answer = async (
    request: FastifyRequest<Route>,
    reply: FastifyReply,
    pattern: RegExp,
    open: (viewer: Viewer, of: FileName) => Promise<FileContent>,
  ): Promise<FastifyReply> => {
    const asker = await viewerOf(request);
    const viewer = { ...asker, language: languageOf(request.query['language']) ?? asker.language };
    demand(viewer, 'list.export');
    const of = partsOf(request.params.file, pattern);
    const { name, format } = of;
    const leave = running.enter(viewer.scope.actor);
    let file: Readable;
    let content: FileContent;
    try {
      content = await open(viewer, of);
      file = format === 'csv' ? csvStream(content, viewer) : xlsxStream(content, viewer);
    } catch (error) {
      leave();
      throw error;
    }
    file.once('close', leave);
    running.watch(file, viewer, () => viewerOf(request));
    const title = `${content.notes.title}-${shanghaiDay(content.notes.at)}.${format}`;
    return reply
      .type(types[format])
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header(
        'content-disposition',
        `attachment; filename="${name}.${format}"; filename*=UTF-8''${encodeURIComponent(title)}`,
      )
      .send(file);
  };
  app.get<Route>('/api/export/:file', (request, reply) =>
    answer(request, reply, /^(\w{1,40})\.(\w{1,5})$/, (viewer, { name, format }) =>
      exports.open(viewer, schema, exports.listOf(name), format, request.query),
    ),
  );
  app.get<Route>('/api/export/figures/:file', (request, reply) =>
    answer(request, reply, /^(\w{1,40}\.\w{1,40})\.(\w{1,5})$/, (viewer, { name, format }) =>
      figures.open(viewer, name, format, request.query),
    ),
  );
}

/** A link on a page says its language itself: the browser would say its own. */
const languageOf = (given: string | string[] | undefined): Language | undefined =>
  given === 'zh' || given === 'en' ? given : undefined;

const csvStream = (content: FileContent, { language }: Viewer): Readable =>
  Readable.from(csvFile(content, language), { objectMode: false });

function xlsxStream(content: FileContent, { language }: Viewer): Readable {
  const out = new PassThrough();
  writeXlsx(out, content, language).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

interface FileName {
  readonly name: string;
  readonly format: ExportFormat;
}

function partsOf(file: string, pattern: RegExp): FileName {
  const [, name = '', format = ''] = pattern.exec(file) ?? [];
  const found = exportFormats.find(one => one === format);
  if (!found) throw DomainError.notFound();
  return { name, format: found };
}

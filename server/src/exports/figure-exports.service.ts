import { demand } from '../access/policy.ts';
import { demandDimension, demandField } from '../access/token-fields.ts';
import { actorOf, type Viewer } from '../access/viewer.ts';
import { DomainError } from '../kernel/errors.ts';
import type { MetricArgs } from '../metrics/frame.ts';
import { addressArguments, type MetricOptions } from '../metrics/metric-arguments.ts';
import { filterFields } from '../metrics/metric-filter.ts';
import type { MetricService } from '../metrics/metric.service.ts';
import type { ExportFormat, ExportParameters } from './export-query.ts';
import type { ExportDeps, FileContent } from './export.service.ts';
import { figureColumns, figureFilter, figureNotes, figureRows } from './figure-file.ts';
import { officeOf, townNamed } from './notes.ts';

/** What figures as files stand on. */
export interface FigureExportDeps extends Pick<ExportDeps, 'database' | 'clock' | 'audit'> {
  readonly metrics: Pick<MetricService, 'metric'>;
}

/** Figures as files: the answer of the figure itself, with its scope and its hidden small numbers, on record first. */
export class FigureExports {
  readonly #deps: FigureExportDeps;

  constructor(deps: FigureExportDeps) {
    this.#deps = deps;
  }

  /** Opens a figure as the content of a file. */
  async open(
    viewer: Viewer,
    key: string,
    format: ExportFormat,
    parameters: ExportParameters,
  ): Promise<FileContent> {
    demand(viewer, 'list.export');
    const args = argumentsOf(key, parameters);
    // A file shows the answer's figures and their cuts: a token needs the fields of both.
    demandField(viewer, 'MetricAnswer', 'points');
    const filtered = Object.keys(args.filter ?? {}).map(name => name.toUpperCase());
    for (const dimension of [...(args.by ?? []), ...filtered]) demandDimension(viewer, dimension);
    const { database, clock, audit, metrics } = this.#deps;
    const { language } = viewer;
    const answer = await metrics.metric(viewer, args);
    const rows = figureRows(answer, args, language);
    const at = clock.now();
    const asKnownAt = args.asKnownAt ?? null;
    await audit.note(actorOf(viewer), {
      act: 'exportFigure',
      object: `Metric:${answer.metric.key}`,
      after: args,
      detail: {
        figure: answer.metric.key,
        format,
        count: rows.length,
        by: (args.by ?? []).join(' '),
        grain: args.grain ?? null,
        filtered: filtered.length > 0,
        asKnownAt: asKnownAt?.toISOString() ?? null,
      },
    });
    return {
      columns: figureColumns(answer, args),
      pages: once(rows),
      notes: {
        title: answer.metric.name,
        at,
        asKnownAt,
        filter: figureFilter(args.filter, language),
        office: officeOf(viewer, await townNamed(database, viewer)),
        figure: figureNotes(answer, language),
      },
    };
  }
}

async function* once<Rows>(rows: Rows): AsyncGenerator<Rows> {
  await Promise.resolve();
  yield rows;
}

const options = ['at', 'from', 'to', 'grain', 'by', 'asKnownAt'] as const;
const known = [...options, 'language', ...Object.keys(filterFields)];

/** The address of a file of a figure: the words of the figure's question, and codes by dimension. */
function argumentsOf(key: string, parameters: ExportParameters): MetricArgs {
  const typed: MetricOptions = {};
  const filter: string[] = [];
  for (const [name, value] of Object.entries(parameters)) {
    if (!known.includes(name) || typeof value !== 'string') throw wrong(name.slice(0, 40));
    const option = options.find(one => one === name);
    if (option && value) typed[option] = value;
    else if (name in filterFields) filter.push(...value.split(',').map(code => `${name}=${code}`));
  }
  return addressArguments(key, filter.length ? { ...typed, filter: filter.join(',') } : typed);
}

const wrong = (name: string): DomainError =>
  DomainError.badInput(name, {
    zh: `不认识参数“${name}”；可用：${known.join(' ')}。`,
    en: `Unknown parameter "${name}"; known are ${known.join(' ')}.`,
  });

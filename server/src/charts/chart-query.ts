import type { Language } from '../access/viewer.ts';
import { addMonths, type Day } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import type { MetricArgs } from '../metrics/frame.ts';
import { addressArguments } from '../metrics/metric-arguments.ts';
import { filterFields } from '../metrics/metric-filter.ts';
import { chartKinds, fits, type ChartKindName } from './chart-kinds.ts';

/** How a picture is to look. */
export interface ChartLook {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
}

/** A picture that was asked for: the figure and the look. */
export interface ChartRequest {
  readonly args: MetricArgs;
  readonly at: Day;
  /** The kind of picture that was asked for; without one the figure decides. */
  readonly kind?: ChartKindName;
  readonly look: ChartLook;
}

/** The query string of a picture, not yet read. */
export type ChartParameters = Readonly<Record<string, string | string[] | undefined>>;

const known = [
  'at',
  'from',
  'to',
  'grain',
  'by',
  'asKnownAt',
  'kind',
  'lang',
  'width',
  'height',
  'theme',
  ...Object.keys(filterFields),
];
const sizes = { width: [320, 3840, 1200], height: [240, 2160, 675] } as const;

const wrong = (field: string, zh: string, en: string): DomainError => DomainError.badInput(field, { zh, en });

/** Reads the address of a picture; without days and groups it shows the last twelve months. */
export function chartRequest(
  key: string,
  parameters: ChartParameters,
  language: Language,
  today: Day,
): ChartRequest {
  const text = (name: string): string | undefined => {
    const value = parameters[name];
    const one = Array.isArray(value) ? value.join(',') : value;
    return one === '' ? undefined : one;
  };
  const odd = Object.keys(parameters).find(name => !known.includes(name));
  if (odd)
    throw wrong(
      odd,
      `不认识参数“${odd}”；可用：${known.join(' ')}。`,
      `Unknown parameter "${odd}"; known are ${known.join(' ')}.`,
    );

  const filter = Object.keys(filterFields)
    .flatMap(field => (text(field)?.split(',') ?? []).map(code => `${field}=${code}`))
    .join(',');
  const typed = {
    at: text('at'),
    from: text('from'),
    to: text('to'),
    grain: text('grain'),
    by: text('by'),
    filter: filter || undefined,
    asKnownAt: text('asKnownAt'),
  };
  const args = addressArguments(
    key,
    Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)),
  );
  const at = args.at ?? args.to ?? today;
  const asked = { at, look: look(text, language) };
  const kind = kindOf(text('kind'));
  if (!kind) return { args: settled(args, at, false), ...asked };
  const drawn = settled(args, at, chartKinds[kind].series);
  if (fits(kind, drawn)) return { args: drawn, kind, ...asked };
  const { needs } = chartKinds[kind];
  throw wrong('kind', `kind=${kind} 需要${needs.zh}。`, `kind=${kind} needs ${needs.en}.`);
}

function kindOf(text: string | undefined): ChartKindName | undefined {
  const found = (Object.keys(chartKinds) as ChartKindName[]).find(kind => kind === text);
  if (found || text === undefined) return found;
  const list = Object.keys(chartKinds).join(' ');
  throw wrong('kind', `kind 应为 ${list} 之一。`, `kind must be one of ${list}.`);
}

/** A picture needs points: a series of months unless groups are asked for, and the kind is not one over time. */
function settled(args: MetricArgs, at: Day, series: boolean): MetricArgs {
  if (args.by?.length && !args.grain && !series) return args;
  const { at: _at, ...rest } = args;
  return {
    ...rest,
    grain: args.grain ?? 'MONTH',
    from: args.from ?? addMonths(`${at.slice(0, 7)}-01`, -12),
    to: at,
  };
}

function look(text: (name: string) => string | undefined, language: Language): ChartLook {
  const size = (name: 'width' | 'height'): number => {
    const [least, most, usual] = sizes[name];
    const value = text(name) === undefined ? usual : Number(text(name));
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw wrong(
      name,
      `${name} 应为 ${least}–${most} 的整数。`,
      `${name} must be a whole number from ${least} to ${most}.`,
    );
  };
  const theme = text('theme') ?? 'light';
  if (theme !== 'light' && theme !== 'dark')
    throw wrong('theme', 'theme 应为 light 或 dark。', 'theme must be light or dark.');
  const asked = text('lang') ?? language;
  if (asked !== 'zh' && asked !== 'en') throw wrong('lang', 'lang 应为 zh 或 en。', 'lang must be zh or en.');
  return { width: size('width'), height: size('height'), theme, language: asked };
}

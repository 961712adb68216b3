import { endOfShanghaiDay, isDay, type Day } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import { dimensions, type Dimension } from './dimensions.ts';
import type { MetricArgs } from './frame.ts';
import { filterFields, type CodeFilter, type FilterField, type MetricFilter } from './metric-filter.ts';
import { nearest } from './nearest.ts';
import { grains, type Grain } from './periods.ts';

/** The options of the `metric` command as they were typed. */
export interface MetricOptions {
  at?: string;
  from?: string;
  to?: string;
  grain?: string;
  by?: string;
  filter?: string;
  asKnownAt?: string;
}

/** Reads what came in an address: the same, refused by the names of its parameters. */
export function addressArguments(key: string, options: MetricOptions): MetricArgs {
  try {
    return metricArguments(key, options);
  } catch (error) {
    throw error instanceof DomainError ? inAddress(error) : error;
  }
}

/** Reads what was typed; anything it cannot read is wrong usage, named with what would be right. */
export function metricArguments(key: string, options: MetricOptions): MetricArgs {
  const args: MetricArgs = { key };
  if (options.at !== undefined) args.at = day('at', options.at);
  if (options.from !== undefined) args.from = day('from', options.from);
  if (options.to !== undefined) args.to = day('to', options.to);
  if (options.grain !== undefined) args.grain = word('grain', options.grain, grains) as Grain;
  if (options.by !== undefined) {
    args.by = parts(options.by).map(one => word('by', one, dimensions) as Dimension);
  }
  if (options.filter !== undefined) args.filter = filter(options.filter);
  if (options.asKnownAt !== undefined) args.asKnownAt = moment(options.asKnownAt);
  return args;
}

const parts = (text: string): string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');

function day(option: string, text: string): Day {
  if (isDay(text)) return text;
  throw wrong(
    option,
    `应为 2022-12-31 形式的日期，而不是“${text}”`,
    `expects a day such as 2022-12-31, not "${text}"`,
  );
}

function word(option: string, text: string, table: object): string {
  const known = Object.keys(table);
  const found = known.find(one => one === text.toUpperCase());
  if (found) return found;
  const list = known.join(' ');
  throw wrong(option, `应为 ${list} 之一，而不是“${text}”`, `expects one of ${list}, not "${text}"`);
}

/** `town=LUOBU,industry=C`; the same field twice means either. */
function filter(text: string): MetricFilter {
  const values = new Map<FilterField, string[]>();
  for (const part of parts(text)) {
    const [name = '', ...rest] = part.split('=');
    const field = (Object.keys(filterFields) as FilterField[]).find(one => one === name.trim().toLowerCase());
    const value = rest.join('=').trim();
    if (!field || !value) {
      const close = nearest(name, Object.keys(filterFields), 1)[0];
      throw wrong('filter', `看不懂“${part}”，例如 ${close}=…`, `cannot read "${part}", try ${close}=…`);
    }
    values.set(field, [...(values.get(field) ?? []), value]);
  }
  const fields = [...values].map(([field, codes]): [string, CodeFilter] => [field, { in: codes }]);
  return Object.fromEntries(fields);
}

function moment(text: string): Date {
  if (isDay(text)) return endOfShanghaiDay(text);
  const at =
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i.test(text) && new Date(text);
  if (at && isDay(text.slice(0, 10)) && !Number.isNaN(at.getTime())) return at;
  throw wrong(
    'as-known-at',
    `应为日期或带时区的时刻（2022-12-31T08:00:00+08:00），而不是“${text}”`,
    `expects a day or a moment with its offset (2022-12-31T08:00:00+08:00), not "${text}"`,
  );
}

const wrong = (option: string, zh: string, en: string): DomainError =>
  DomainError.badInput(option, { zh: `--${option} ${zh}。`, en: `--${option} ${en}.` });

/** An option of the command line is a parameter of an address: `--as-known-at` is `asKnownAt` there. */
function inAddress({ code, text, fields = {} }: DomainError): DomainError {
  const [option = ''] = Object.keys(fields);
  const parameter = option.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const said = (words: string): string => words.replace(`--${option} `, `${parameter} `);
  const message = { zh: said(text.zh), en: said(text.en) };
  return new DomainError(code, message, { [parameter]: message });
}

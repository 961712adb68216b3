import { coerceInputValue, type GraphQLSchema } from 'graphql';
import { DomainError } from '../kernel/errors.ts';
import type { FieldPath } from '../read/selection-paths.ts';
import type { ExportDef } from './define-export.ts';
import { readPaths } from './export-columns.ts';

/** The kinds of file a list is exported as. */
export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The parameters of an address as they came; one given twice is a list. */
export type ExportParameters = Readonly<Record<string, string | string[] | undefined>>;

/** What is to be exported. */
export interface ExportRequest {
  readonly of: ExportDef;
  readonly format: ExportFormat;
  readonly columns: readonly FieldPath[];
  readonly filter: unknown;
  readonly orderBy: unknown;
  readonly asKnownAt: Date | null;
}

const known = ['filter', 'orderBy', 'asKnownAt', 'columns', 'language'];

/** Reads an address by the very input types of the list in GraphQL: what these do not take is refused here too. */
export function readRequest(
  schema: GraphQLSchema,
  of: ExportDef,
  format: ExportFormat,
  parameters: ExportParameters,
): ExportRequest {
  for (const [name, value] of Object.entries(parameters)) {
    if (!known.includes(name) || typeof value !== 'string') throw wrong(name.slice(0, 40));
  }
  const { filter, orderBy, asKnownAt, columns } = parameters as Record<string, string | undefined>;
  const argument = (name: string, value: unknown): unknown => coerced(schema, of.list, name, value);
  return {
    of,
    format,
    columns: columns === undefined ? of.columns : readPaths(columns),
    filter: filter === undefined ? null : argument('filter', parsed('filter', filter)),
    orderBy: orderBy === undefined ? null : argument('orderBy', parsed('orderBy', orderBy)),
    asKnownAt: asKnownAt === undefined ? null : (argument('asKnownAt', asKnownAt) as Date),
  };
}

function coerced(schema: GraphQLSchema, list: string, name: string, value: unknown): unknown {
  const argument = schema
    .getQueryType()
    ?.getFields()
    [list]?.args.find(one => one.name === name);
  if (!argument) throw wrong(name);
  return coerceInputValue(value, argument.type, () => {
    throw wrong(name);
  });
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(name);
  }
}

const wrong = (name: string): DomainError =>
  DomainError.badInput(name, {
    zh: `参数 ${name} 不符合该列表的约定（filter、orderBy 为与 GraphQL 相同的 JSON，columns 以逗号分隔）。`,
    en: `The parameter ${name} does not fit this list (filter and orderBy are JSON as in GraphQL, columns are separated by commas).`,
  });

import type { Message } from '../kernel/errors.ts';
import type { TypeDef } from '../read/define-list.ts';
import type { FieldPath } from '../read/selection-paths.ts';

/** A list that can be taken away as a file. */
export interface ExportDef {
  /** Its name in GraphQL and in the address, such as `contracts`. */
  readonly list: string;
  readonly type: TypeDef;
  /** What its rows are called; also the name of the sheet and of the file. */
  readonly title: Message;
  /** The columns where none are named. */
  readonly columns: readonly FieldPath[];
}

/** Declares a list as a file: the employer in front, then all that a row tells of itself. */
export function defineExport(list: string, type: TypeDef, title: Message): ExportDef {
  const own = Object.keys(type.fields).filter(name => !unasked.has(name));
  const employer: FieldPath[] = type.name === 'Enterprise' ? [] : employerColumns;
  return { list, type, title, columns: [...employer, ...own.map((name): FieldPath => [name])] };
}

/** What the hub notes for itself stands in a file only where it is asked for. */
const unasked = new Set(['version', 'updatedAt']);

const employerColumns: FieldPath[] = [
  ['enterprise', 'uscc'],
  ['enterprise', 'name'],
  ['enterprise', 'town'],
];

import type { Message } from '../kernel/errors.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Row } from '../read/assemble.ts';
import type { FieldDef } from '../read/define-list.ts';
import type { FieldPath } from '../read/selection-paths.ts';
import type { Selection } from '../read/selection.ts';

/** One column of a file. */
export interface ExportColumn {
  readonly path: FieldPath;
  readonly heading: Message;
  readonly field: FieldDef;
}

const mostColumns = 80;

/** `contractNo,enterprise.name` as paths; each once. */
export function readPaths(given: string): FieldPath[] {
  const names = [...new Set(given.split(',').map(name => name.trim()))];
  if (names.length > mostColumns) throw tooMany();
  return names.map((name): FieldPath => {
    const [first = '', second, ...more] = name.split('.');
    if (!first || second === '' || more.length) throw wrongColumn(name);
    return second === undefined ? [first] : [first, second];
  });
}

/** The columns of a file in the order they were asked for, by what the list says of its fields. */
export function columnsOf(paths: readonly FieldPath[], selection: Selection): ExportColumn[] {
  return paths.map(path => {
    const [first, second] = path;
    const of = second === undefined ? selection : selection.links.find(link => link.key === first)?.item;
    const field = of?.picks.find(pick => pick.key === (second ?? first))?.field;
    if (!field) throw wrongColumn(path.join('.'));
    return { path, heading: field.label, field };
  });
}

/** The value that a column shows of a row. */
export function valueAt(row: Row, [first, second]: FieldPath): unknown {
  if (second === undefined) return row[first];
  return (row[first] as Row | null | undefined)?.[second];
}

const wrongColumn = (name: string): DomainError => {
  const shown = name.slice(0, 40);
  return DomainError.badInput('columns', {
    zh: `没有“${shown}”这一列。`,
    en: `There is no column "${shown}".`,
  });
};
const tooMany = (): DomainError =>
  DomainError.badInput('columns', {
    zh: `最多选择 ${mostColumns} 列。`,
    en: `At most ${mostColumns} columns can be chosen.`,
  });

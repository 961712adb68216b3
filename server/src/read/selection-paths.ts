import { Kind, type FieldNode } from 'graphql';
import { DomainError } from '../kernel/errors.ts';
import type { TypeDef } from './define-list.ts';
import type { Relations } from './relations.ts';
import type { Link, PageWish, Picked, Selection } from './selection.ts';

/** A field of a row, such as `['workerName']`, or of the one row a relation leads to: `['enterprise', 'name']`. */
export type FieldPath = readonly [field: string] | readonly [relation: string, field: string];

/** The selection that these fields make; a field or a relation of one row that is not there is refused. */
export function selectionOfPaths(
  relations: Relations,
  type: TypeDef,
  paths: readonly FieldPath[],
): Selection {
  const own = paths.filter(path => path.length === 1).map(([field]) => field);
  const related = Map.groupBy(
    paths.flatMap(path => (path.length === 2 ? [path] : [])),
    ([relation]) => relation,
  );
  const links = [...related].map(([field, fields]): Link => {
    const relation = relations.of(type, field);
    if (!relation || relation.kind === 'MANY' || relation.kind === 'ALL') throw unknownColumn(field);
    const item = selectionOf(relation.to, fields.map(([, name]) => name)); // prettier-ignore
    return { key: field, relation, node: nodeOf(field), page: noPage, item };
  });
  return { ...selectionOf(type, own), links };
}

function selectionOf(type: TypeDef, names: readonly string[]): Selection {
  const picks = [...new Set(names)].map((name): Picked => {
    const field = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
    if (!field) throw unknownColumn(name);
    return { key: name, name, field, node: null };
  });
  return { type, picks, links: [], id: true, provenance: false };
}

const nodeOf = (value: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value } });

const noPage: PageWish = {
  nodes: false, edges: false, pageInfo: false, cursors: false, next: false, previous: false, total: false,
}; // prettier-ignore

const unknownColumn = (name: string): DomainError => {
  const shown = name.slice(0, 40);
  return DomainError.badInput('columns', {
    zh: `没有“${shown}”这一列。`,
    en: `There is no column "${shown}".`,
  });
};

import {
  getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind,
  type FieldNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql'; // prettier-ignore
import type { FieldDef, RelationDef, TypeDef } from './define-list.ts';
import type { Relations } from './relations.ts';

/** What of one type is asked for, all its places in the document taken together. */
export interface Selection {
  readonly type: TypeDef;
  readonly picks: readonly Picked[];
  readonly links: readonly Link[];
  readonly id: boolean;
  readonly provenance: boolean;
}

/** One field of the row; `node` where the field has arguments. `key` is where its value is kept. */
export interface Picked {
  readonly key: string;
  readonly name: string;
  readonly field: FieldDef;
  readonly node: FieldNode | null;
}

/** One relation asked for in one place. */
export interface Link {
  readonly key: string;
  readonly relation: RelationDef;
  readonly node: FieldNode;
  readonly page: PageWish;
  readonly item: Selection;
}

/** Which parts of a connection are asked for. */
export interface PageWish {
  nodes: boolean;
  edges: boolean;
  pageInfo: boolean;
  cursors: boolean;
  next: boolean;
  previous: boolean;
  total: boolean;
}

/** What of a document its selections lean on. */
export interface Document {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly relations: Relations;
}

const keys = new WeakMap<FieldNode, string>();
let keysGiven = 0;

/** Where the value of a field with arguments or of a relation is kept on its row: aliases never collide. */
export function placeOf(node: FieldNode): string {
  const known = keys.get(node);
  if (known) return known;
  const key = `@${++keysGiven}`;
  keys.set(node, key);
  return key;
}

/** Fields of one response object by response key, fragments opened, @skip and @include obeyed. */
function collect(
  document: Document,
  sets: readonly SelectionSetNode[],
  type?: string,
): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const visit = (node: SelectionNode): void => {
    if (!included(document, node) || !speaksOf(document, node, type)) return;
    if (node.kind === Kind.FIELD) {
      const key = (node.alias ?? node.name).value;
      const same = found.get(key);
      if (same) same.push(node);
      else found.set(key, [node]);
      return;
    }
    const set =
      node.kind === Kind.INLINE_FRAGMENT
        ? node.selectionSet
        : document.fragments[node.name.value]?.selectionSet;
    set?.selections.forEach(visit);
  };
  for (const set of sets) set.selections.forEach(visit);
  return found;
}

/** Where a field is of an interface, fragments on its other types say nothing about rows of this one. */
function speaksOf({ fragments }: Document, node: SelectionNode, type: string | undefined): boolean {
  if (!type || node.kind === Kind.FIELD) return true;
  const condition = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];
  const name = condition?.typeCondition?.name.value ?? type;
  return name === type || name === 'Node';
}

function included({ variables }: Document, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  const values = variables as Record<string, unknown>;
  if (getDirectiveValues(GraphQLSkipDirective, node, values)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, values)?.['if'] !== false;
}

/** A group is the fields merged under one response key; several groups share one row through aliases above them. */
type Group = readonly FieldNode[];
const setsOf = (group: Group): SelectionSetNode[] =>
  group.flatMap(node => (node.selectionSet ? [node.selectionSet] : []));

/** What is asked of rows of the type, in any of these groups. */
export function selectionOf(document: Document, type: TypeDef, groups: readonly Group[]): Selection {
  const picks = new Map<string, Picked>();
  const links = new Map<FieldNode, { relation: RelationDef; groups: Group[] }>();
  let [id, provenance] = [false, false];
  for (const group of groups) {
    for (const nodes of collect(document, setsOf(group), type.name).values()) {
      const [node] = nodes;
      if (!node) continue;
      const name = node.name.value;
      const field = type.fields[name];
      const relation = document.relations.of(type, name);
      if (name === 'id') id = true;
      if (name === 'provenance') provenance = true;
      if (field) {
        const key = field.dayArgument ? placeOf(node) : name;
        picks.set(key, { key, name, field, node: field.dayArgument ? node : null });
      } else if (relation) {
        const link = links.get(node) ?? { relation, groups: [] };
        link.groups.push(nodes);
        links.set(node, link);
      }
    }
  }
  const linked = [...links].map(([node, { relation, groups: of }]) => linkOf(document, node, relation, of));
  return { type, picks: [...picks.values()], links: linked, id, provenance };
}

/** What is asked of rows of the type that stand at these paths below some fields. */
export function selectionAt(
  document: Document,
  type: TypeDef,
  nodes: Group,
  paths: readonly (readonly string[])[],
): Selection {
  const step = (groups: readonly Group[], name: string): Group[] =>
    groups.flatMap(group =>
      [...collect(document, setsOf(group)).values()].filter(([node]) => node?.name.value === name),
    );
  const groups = paths.flatMap(path => path.reduce(step, [nodes]));
  return selectionOf(document, type, groups);
}

function linkOf(document: Document, node: FieldNode, relation: RelationDef, groups: readonly Group[]): Link {
  const { page, items } =
    relation.kind === 'MANY' ? pageOf(document, groups) : { page: noPage(), items: [...groups] };
  return { key: placeOf(node), relation, node, page, item: selectionOf(document, relation.to, items) };
}

const noPage = (): PageWish => ({
  nodes: false, edges: false, pageInfo: false, cursors: false, next: false, previous: false, total: false,
}); // prettier-ignore

/** What is asked of a connection, and the groups that select from its rows. */
export function pageOf(document: Document, groups: readonly Group[]): { page: PageWish; items: Group[] } {
  const page = noPage();
  const items: Group[] = [];
  const parts = (group: Group): FieldNode[][] => [...collect(document, setsOf(group)).values()];
  for (const nodes of groups.flatMap(parts)) {
    const name = nodes[0]?.name.value;
    if (name === 'totalCount') page.total = true;
    if (name === 'nodes') {
      page.nodes = true;
      items.push(nodes);
    }
    if (name === 'edges') {
      page.edges = true;
      for (const inner of parts(nodes)) {
        if (inner[0]?.name.value === 'cursor') page.cursors = true;
        if (inner[0]?.name.value === 'node') items.push(inner);
      }
    }
    if (name === 'pageInfo') {
      page.pageInfo = true;
      for (const inner of parts(nodes)) {
        const part = inner[0]?.name.value;
        if (part === 'hasNextPage') page.next = true;
        if (part === 'hasPreviousPage') page.previous = true;
        if (part === 'startCursor' || part === 'endCursor') page.cursors = true;
      }
    }
  }
  return { page, items };
}

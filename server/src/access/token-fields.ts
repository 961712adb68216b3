import {
  getArgumentValues, getDirectiveValues, getNamedType, GraphQLIncludeDirective, GraphQLSkipDirective, isEnumType,
  isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, Kind,
  type FieldNode, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLNamedType, type GraphQLResolveInfo, type SelectionSetNode,
} from 'graphql'; // prettier-ignore
import { DomainError } from '../kernel/errors.ts';
import { dimensionFields, expiryFields } from './policy/published.ts';
import { isRecord } from './policy/records.ts';
import { isWithinFields } from './policy.ts';
import type { Viewer } from './viewer.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Refuses what a token narrowed to some fields asks beyond them, anywhere below a root field: selected under whatever
 * alias or fragment, filtered, sorted or counted by. Nobody else pays for it.
 */
export function demandFields(viewer: Viewer, info: GraphQLResolveInfo): void {
  if (!viewer.limits?.fields) return;
  const look = new Look(viewer, info);
  for (const node of info.fieldNodes) look.field(info.parentType, node);
}

class Look {
  readonly #viewer: Viewer;
  readonly #info: GraphQLResolveInfo;

  constructor(viewer: Viewer, info: GraphQLResolveInfo) {
    [this.#viewer, this.#info] = [viewer, info];
  }

  field(parent: GraphQLNamedType, node: FieldNode): void {
    const name = node.name.value;
    if (name.startsWith('__') || (!isObjectType(parent) && !isInterfaceType(parent))) return;
    demandField(this.#viewer, parent.name, name);
    const field = parent.getFields()[name];
    if (!field) return;
    if (node.arguments?.length) {
      const values = getArgumentValues(field, node, { ...this.#info.variableValues });
      for (const arg of field.args) demandInput(this.#viewer, arg.type, values[arg.name]);
    }
    if (node.selectionSet) this.#set(getNamedType(field.type), node.selectionSet);
  }

  #set(type: GraphQLNamedType, set: SelectionSetNode): void {
    for (const node of set.selections) {
      if (!this.#included(node.directives ? node : {})) continue;
      if (node.kind === Kind.FIELD) {
        this.field(type, node);
        continue;
      }
      const part = node.kind === Kind.INLINE_FRAGMENT ? node : this.#info.fragments[node.name.value];
      const on = part?.typeCondition ? this.#info.schema.getType(part.typeCondition.name.value) : type;
      if (part && on) this.#set(on, part.selectionSet);
    }
  }

  #included(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    const values = { ...this.#info.variableValues };
    if (getDirectiveValues(GraphQLSkipDirective, node, values)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, values)?.['if'] !== false;
  }
}

/** The same for a value handed over otherwise than in a document, such as the filter of an export. */
export function demandInput(viewer: Viewer, type: GraphQLInputType, value: unknown): void {
  if (!viewer.limits?.fields || value === null || value === undefined) return;
  if (isNonNullType(type)) return demandInput(viewer, type.ofType, value);
  if (isListType(type)) {
    for (const one of Array.isArray(value) ? value : [value]) demandInput(viewer, type.ofType, one);
  }
  if (isEnumType(type) && type.name === 'Dimension') demandDimension(viewer, String(value));
  if (isEnumType(type) && type.name === 'ExpiryKind') demandAll(viewer, expiryFields[String(value)]);
  if (isInputObjectType(type)) demandObject(viewer, type, value as Values);
}

function demandObject(viewer: Viewer, type: GraphQLInputObjectType, value: Values): void {
  const [, rows = '', of = ''] = /^(\w+?)(Filter|Order)$/.exec(type.name) ?? [];
  for (const [name, given] of Object.entries(value)) {
    const field = type.getFields()[name];
    if (!field || given === null || given === undefined) continue;
    if (type.name === 'MetricFilter') demandDimension(viewer, name.toUpperCase());
    else if (of === 'Order' && name === 'field') demandField(viewer, rows, fieldOfKey(String(given)));
    else if (of === 'Filter' && isRecord(rows) && !joints.includes(name)) demandField(viewer, rows, name);
    demandInput(viewer, field.type, given);
  }
}

/** A dimension that figures are cut or filtered by, such as TOWN: it shows fields of a record. */
export const demandDimension = (viewer: Viewer, name: string): void =>
  demandAll(viewer, dimensionFields[name]);

function demandAll(viewer: Viewer, coordinates: readonly string[] = []): void {
  for (const [type = '', field = ''] of coordinates.map(one => one.split('.')))
    demandField(viewer, type, field);
}

/** One field by its coordinate. */
export function demandField(viewer: Viewer, type: string, field: string): void {
  if (!isWithinFields(viewer, type, field)) throw outside(`${type}.${field}`);
}

const joints = ['and', 'or', 'not'];

/** FOUNDED_ON → foundedOn: the field that a sort key names. */
const fieldOfKey = (key: string): string =>
  key.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const outside = (coordinate: string): DomainError =>
  new DomainError('FORBIDDEN', {
    zh: `此令牌不得读取 ${coordinate}。`,
    en: `This token may not read ${coordinate}.`,
  });

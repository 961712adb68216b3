import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Action } from '../../access/policy.ts';
import { leadingFields, openRoots, publishedTypes, type Opening } from '../../access/policy/published.ts';
import { isRecord, ownOf, recordOf } from '../../access/policy/records.ts';
import type { ReadCatalogue } from '../../read/define-list.ts';
import { declaredActions } from './declared-actions.ts';
import { inputPolicy } from './input-policy.ts';
import { listsDisagree } from './lists-agree.ts';

/** By which actions each coordinate opens, any of them; EVERYBODY for the few that need none. */
export type FieldPolicy = ReadonlyMap<string, readonly Action[] | 'EVERYBODY'>;

/** Pages and payloads pass on what they carry. */
export const passesOn = (name: string): boolean =>
  /(Connection|Edge|Payload)$/.test(name) || name === 'PageInfo';

/**
 * The policy of every field, argument and input of the schema. Nothing is open by silence: a coordinate whose policy
 * cannot be told from the declared data is named in the error, and the schema is not built.
 */
export function fieldPolicy(schema: GraphQLSchema, lists: ReadCatalogue): FieldPolicy {
  const walk = new Walk(schema, lists);
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
    for (const field of Object.values(root?.getFields() ?? {})) walk.root(root?.name ?? '', field);
  walk.unreached();
  walk.missing.push(...listsDisagree(lists));
  if (walk.missing.length) throw new Error(complaint([...new Set(walk.missing)]));
  return walk.found;
}

const complaint = (missing: readonly string[]): string =>
  `no policy says who may see ${missing.join(', ')}: see server/src/access/policy/published.ts (types) and records.ts (fields)`;

class Walk {
  readonly found = new Map<string, readonly Action[] | 'EVERYBODY'>();
  readonly missing: string[] = [];
  readonly #schema: GraphQLSchema;
  readonly #lists: ReadCatalogue;
  readonly #declared = declaredActions();
  readonly #seen = new Set<string>();

  constructor(schema: GraphQLSchema, lists: ReadCatalogue) {
    [this.#schema, this.#lists] = [schema, lists];
  }

  root(type: string, field: GraphQLField<unknown, unknown>): void {
    const coordinate = `${type}.${field.name}`;
    const actions =
      this.#declared.get(coordinate) ?? (openRoots.includes(coordinate) ? 'EVERYBODY' : undefined);
    if (!actions) return void this.missing.push(coordinate);
    this.#take(coordinate, field, actions);
    this.#follow(getNamedType(field.type), actions, coordinate, true);
  }

  /** Types that stand in the schema and are led to by nothing have no policy by it. */
  unreached(): void {
    for (const type of Object.values(this.#schema.getTypeMap())) {
      if (type.name.startsWith('__') || isLeafType(type) || this.#seen.has(type.name)) continue;
      if ((isObjectType(type) || isInterfaceType(type)) && !this.#isRoot(type)) this.missing.push(type.name);
      if (isInputObjectType(type) && !this.found.has(type.name)) this.missing.push(type.name);
    }
  }

  #isRoot = (type: GraphQLNamedType): boolean =>
    [this.#schema.getQueryType(), this.#schema.getMutationType(), this.#schema.getSubscriptionType()].some(
      root => root === type,
    );

  /** What leads to a type must itself be opened by what opens the type; what it leads to further is looked at once. */
  #follow(type: GraphQLNamedType, by: readonly Action[] | 'EVERYBODY', from: string, guarded: boolean): void {
    if (isLeafType(type) || (!isObjectType(type) && !isInterfaceType(type))) return;
    const opening = this.#openingOf(type.name);
    if (opening === undefined) return void this.missing.push(type.name);
    const closed = Array.isArray(opening) ? (opening as readonly Action[]) : null;
    if (closed && !guarded && (by === 'EVERYBODY' || !by.every(action => closed.includes(action))))
      this.missing.push(from);
    const carried = closed && !isRecord(type.name) ? closed : closed && by === 'EVERYBODY' ? closed : by;
    const key = `${type.name} ${[carried].flat().join()} ${guarded}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key).add(type.name);
    for (const field of Object.values(type.getFields()))
      this.#field(type.name, field, carried, guarded, from);
    for (const part of isInterfaceType(type) ? this.#schema.getPossibleTypes(type) : [])
      this.#follow(part, isRecord(part.name) ? [recordOf(part.name).action] : by, from, true);
  }

  #field(
    type: string,
    field: GraphQLField<unknown, unknown>,
    by: readonly Action[] | 'EVERYBODY',
    guarded: boolean,
    from: string,
  ): void {
    const coordinate = `${type}.${field.name}`;
    const own = this.#ownActions(type, field.name);
    this.#take(coordinate, field, own ?? by);
    // A page or a payload is as well guarded as what led to it.
    const page = passesOn(type);
    const led = own !== undefined || (page && guarded);
    this.#follow(getNamedType(field.type), own ?? by, page ? from : coordinate, led);
  }

  /** The action that a field needs beside what led to its type. */
  #ownActions(type: string, field: string): readonly Action[] | undefined {
    const relation = this.#lists.relations.find(one => one.from.name === type && one.field === field);
    if (relation) return [relation.needs];
    const leading = leadingFields[`${type}.${field}`] ?? (isRecord(type) ? ownOf(type, field) : undefined);
    return leading ? [leading] : this.#declared.get(`${type}.${field}`);
  }

  #openingOf = (type: string): Opening | undefined => {
    if (isRecord(type)) return [recordOf(type).action];
    return passesOn(type) ? 'PART' : publishedTypes[type];
  };

  #take(
    coordinate: string,
    field: GraphQLField<unknown, unknown>,
    by: readonly Action[] | 'EVERYBODY',
  ): void {
    const known = this.found.get(coordinate);
    this.found.set(
      coordinate,
      known && known !== 'EVERYBODY' && by !== 'EVERYBODY' ? [...new Set([...known, ...by])] : by,
    );
    for (const arg of field.args) {
      this.found.set(`${coordinate}(${arg.name}:)`, by);
      this.missing.push(...inputPolicy(arg.type, this.#lists, by, this.found));
    }
  }
}

import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { pageSize, type Variables } from './page-size.ts';

/** Fields that ask for more work than their size shows. */
const extraCost: Readonly<Record<string, number>> = {
  'Query.metric': 100,
  'Query.scorecard': 1_000,
  'Query.certificationForecast': 500,
};

/** No count grows beyond this, however fragments multiply each other. */
export const ceiling = 1e9;

/** Counts objects: one for each composite field, multiplied by the page sizes around it. */
export class CostCounter {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables;
  readonly #known = new Map<string, number>();

  constructor(
    schema: GraphQLSchema,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    variables: Variables,
  ) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  of(set: SelectionSetNode, type: GraphQLNamedType): number {
    let total = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) total += this.#field(selection, type);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        total += this.of(selection.selectionSet, (on ? this.#schema.getType(on) : undefined) ?? type);
      } else total += this.#spread(selection.name.value);
    }
    return Math.min(ceiling, total);
  }

  #field(field: FieldNode, type: GraphQLNamedType): number {
    if (!field.selectionSet || !(isObjectType(type) || isInterfaceType(type))) return 0;
    const definition = type.getFields()[field.name.value];
    const inner = definition && getNamedType(definition.type);
    if (!inner || !isCompositeType(inner)) return 0;
    const pages = definition.args.some(arg => arg.name === 'first');
    const times = pages ? pageSize(field, this.#variables) : 1;
    const extra = extraCost[`${type.name}.${field.name.value}`] ?? 0;
    return Math.min(ceiling, 1 + extra + times * this.of(field.selectionSet, inner));
  }

  #spread(name: string): number {
    const done = this.#known.get(name);
    if (done !== undefined) return done;
    this.#known.set(name, 0);
    const fragment = this.#fragments.get(name);
    const type = fragment && this.#schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && type ? this.of(fragment.selectionSet, type) : 0;
    this.#known.set(name, cost);
    return cost;
  }
}

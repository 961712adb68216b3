import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ceiling, CostCounter } from './cost-counter.ts';
import type { Variables } from './page-size.ts';

/** What the limits ask of one operation; counted once per document, fragments and all. */
export interface OperationFacts {
  readonly depth: number;
  readonly aliases: number;
  readonly introspects: boolean;
  /** The operation asks for the whole schema. */
  readonly asksSchema: boolean;
  /** Response names of `__type`, which is found at the root only. */
  readonly typeKeys: readonly string[];
  /** How many objects the answer may hold, given the variables. */
  cost(variables: Variables): number;
}

interface Size {
  depth: number;
  aliases: number;
  asksSchema: boolean;
  typeKeys: readonly string[];
}

/** Measures one operation of a valid document. */
export function factsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationFacts {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const size = measure(operation.selectionSet, fragments);
  const defaults = defaultsOf(operation);
  const root = schema.getRootType(operation.operation);
  const cost = (variables: Variables): number =>
    root
      ? new CostCounter(schema, fragments, { ...defaults, ...variables }).of(operation.selectionSet, root)
      : 0;
  const fixed = operation.variableDefinitions?.length ? undefined : cost({});
  const introspects = size.asksSchema || size.typeKeys.length > 0;
  return { ...size, introspects, cost: variables => fixed ?? cost(variables) };
}

/** Depth and aliases with fragments unfolded; introspection is exempt from depth, graphql-js limits its own. */
function measure(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): Size {
  const known = new Map<string, Size>();
  const sizeOf = (selections: SelectionSetNode): Size => {
    const total: Size = { ...nothing };
    for (const selection of selections.selections) {
      let part: Size;
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const meta = name === '__schema' || name === '__type';
        const inner = selection.selectionSet ? sizeOf(selection.selectionSet) : nothing;
        part = {
          depth: meta ? 1 : 1 + inner.depth,
          aliases: inner.aliases + (selection.alias ? 1 : 0),
          asksSchema: name === '__schema' || inner.asksSchema,
          typeKeys: name === '__type' ? [selection.alias?.value ?? name] : inner.typeKeys,
        };
      } else if (selection.kind === Kind.INLINE_FRAGMENT) part = sizeOf(selection.selectionSet);
      else part = spread(selection.name.value);
      total.depth = Math.max(total.depth, part.depth);
      total.aliases = Math.min(ceiling, total.aliases + part.aliases);
      total.asksSchema ||= part.asksSchema;
      if (part.typeKeys.length > 0) total.typeKeys = [...new Set([...total.typeKeys, ...part.typeKeys])];
    }
    return total;
  };
  const spread = (name: string): Size => {
    const done = known.get(name);
    if (done) return done;
    known.set(name, nothing);
    const fragment = fragments.get(name);
    const size = fragment ? sizeOf(fragment.selectionSet) : nothing;
    known.set(name, size);
    return size;
  };
  return sizeOf(set);
}

const nothing: Size = { depth: 0, aliases: 0, asksSchema: false, typeKeys: [] };

function defaultsOf(operation: OperationDefinitionNode): Variables {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults[variable.name.value] = Number(defaultValue.value);
  }
  return defaults;
}
